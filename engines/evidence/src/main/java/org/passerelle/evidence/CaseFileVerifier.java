package org.passerelle.evidence;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.passerelle.evidence.internal.Examination;

/**
 * Says of a case file all that is not as it was sealed. The container is read once and never held;
 * memory grows with the number of its exhibits, not with their size. Threads may share one.
 *
 * <pre>{@code
 * Verdict verdict = new CaseFileVerifier(Set.of(certificate), clock).verify(file);
 * verdict.departures().forEach(System.out::println);
 * }</pre>
 */
public final class CaseFileVerifier {
  private final Set<String> trusted;
  private final Clock clock;

  /**
   * One that knows who may have sealed.
   *
   * @param signers none: whoever sealed is told and not judged, beyond that the description must
   *     name the same one
   */
  public CaseFileVerifier(Set<X509Certificate> signers, Clock clock) {
    this.trusted =
        signers.stream().map(Certificates::id).collect(Collectors.toCollection(TreeSet::new));
    this.clock = clock;
  }

  /** Examines a container; only a file that cannot be read at all is an exception. */
  public Verdict verify(Path file) throws IOException {
    return Examination.of(file, trusted, clock.instant());
  }
}
