package school.parta.web.layout;

import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import school.parta.tenants.access.Access;

/** What a browser keeps for the time without a network: the page that says so, and the script that shows it. */
@Controller
class ShellController {

    @GetMapping("/offline")
    @Access(school.parta.tenants.access.Resource.PUBLIC)
    Rendering offline() {
        return Rendering.view("error/offline").model(Map.of()).build();
    }

    /** At the root, for a service worker rules only over what lies below it. */
    @GetMapping("/sw.js")
    @Access(school.parta.tenants.access.Resource.PUBLIC)
    ResponseEntity<Resource> worker() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/javascript"))
                .cacheControl(CacheControl.noCache())
                .body(new ClassPathResource("static/js/sw.js"));
    }
}
