package school.parta.embedded;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints an {@link EmbeddedServerFailed} as its two sentences instead of a stack trace. */
final class EmbeddedServerFailedAnalyzer extends AbstractFailureAnalyzer<EmbeddedServerFailed> {

    @Override
    protected FailureAnalysis analyze(Throwable root, EmbeddedServerFailed failure) {
        return new FailureAnalysis(failure.getMessage(), failure.action(), failure);
    }
}
