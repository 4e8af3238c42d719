package school.parta.platform.live;

import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Mono;
import school.parta.platform.database.Aside;
import tools.jackson.databind.json.JsonMapper;

/** The one look across schools that the hub may take, as {@code parta_hub}: the heads it follows and rights that ended. */
final class Heads {

    /** One of the statements without a school's predicate; listed where statements are checked. */
    static final String HEADS_AND_REVOCATIONS = """
            select json_build_object(
              'heads', (
                select coalesce(json_agg(json_build_object('tenant', tenant_id, 'seq', seq)), '[]')
                from ledger_head
                where tenant_id = any($1)),
              'revoked', (
                select coalesce(
                  json_agg(json_build_object('id', id, 'account', account, 'session', session, 'school', school)), '[]')
                from revocation
                where at > clock_timestamp() - make_interval(secs => $2)))::text
            """;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Aside aside;

    Heads(Aside aside) {
        this.aside = aside;
    }

    record Head(int tenant, long seq) {}

    record News(List<Head> heads, List<Revocation> revoked) {}

    /**
     * @param tenants whose heads
     * @param seconds how far back rights that ended are told
     */
    Mono<News> read(Collection<Integer> tenants, double seconds) {
        return aside.value(HEADS_AND_REVOCATIONS, List.of(tenants.toArray(Integer[]::new), seconds))
                .map(text -> JSON.readValue(text, News.class));
    }
}
