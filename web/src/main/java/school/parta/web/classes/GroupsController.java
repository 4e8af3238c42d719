package school.parta.web.classes;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import school.parta.platform.security.Actor;
import school.parta.tenants.access.Access;
import school.parta.tenants.access.Resource;
import school.parta.tenants.classes.Classes;
import school.parta.tenants.classes.TaughtSubject;

@RestController
class GroupsController {

    private final Classes classes;

    GroupsController(Classes classes) {
        this.classes = classes;
    }

    record Groups(List<TaughtSubject> groups) {}

    @Access(Resource.MARKS)
    @GetMapping("/api/v1/schools/{school}/groups")
    Mono<Groups> open(Actor actor) {
        return classes.open(actor).map(Groups::new);
    }
}
