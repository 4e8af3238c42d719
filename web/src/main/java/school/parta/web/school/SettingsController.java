package school.parta.web.school;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import school.parta.platform.security.Actor;
import school.parta.tenants.access.Access;
import school.parta.tenants.access.Resource;
import school.parta.tenants.school.JournalSettings;
import school.parta.tenants.school.School;

@RestController
class SettingsController {

    private final School school;

    SettingsController(School school) {
        this.school = school;
    }

    @Access(Resource.SCHOOL_RULES)
    @GetMapping("/api/v1/schools/{school}/journal/settings")
    Mono<JournalSettings> settings(Actor actor) {
        return school.settings(actor);
    }
}
