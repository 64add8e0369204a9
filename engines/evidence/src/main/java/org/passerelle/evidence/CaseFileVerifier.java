package org.passerelle.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.passerelle.evidence.internal.Examination;

/**
 * Reports every departure of a case file from what was sealed. The container is read once as a
 * stream; memory use grows with the number of its exhibits, not with their size. Safe for
 * concurrent use.
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
   * A verifier for the given signers.
   *
   * @param signers trusted certificates; if empty, the signer is reported without judging it,
   *     except that the description must name the same one
   */
  public CaseFileVerifier(Set<X509Certificate> signers, Clock clock) {
    this.trusted =
        signers.stream().map(Certificates::id).collect(Collectors.toCollection(TreeSet::new));
    this.clock = clock;
  }

  /** Examines a container; throws only if the file cannot be read at all. */
  public Verdict verify(Path file) throws IOException {
    return verify(Files.newInputStream(file));
  }

  /**
   * Examines a container that comes as a stream, once, and closes it; throws only if it cannot be
   * read at all.
   */
  public Verdict verify(InputStream container) throws IOException {
    return Examination.of(container, trusted, clock.instant());
  }
}
