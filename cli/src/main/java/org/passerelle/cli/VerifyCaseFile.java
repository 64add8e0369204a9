package org.passerelle.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.passerelle.cli.terminal.BadInput;
import org.passerelle.cli.terminal.ReadFile;
import org.passerelle.cli.terminal.SilencedLogging;
import org.passerelle.evidence.CaseFileVerifier;
import org.passerelle.evidence.Certificates;
import org.passerelle.evidence.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reports every departure of a container from what was sealed. */
@Command(
    name = "verify",
    description =
        "Names every departure of a case file from what was sealed, one a line; docs/case-file.md"
            + " says what each word means.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:everything is as it was sealed",
      "1:something departs from what was sealed",
      "2:bad input"
    })
final class VerifyCaseFile implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The case file.")
  Path file = Path.of("");

  @Option(
      names = "--signer",
      paramLabel = "CERTIFICATE.pem",
      description =
          "Expected certificates of the seal, from a copy that you trust; may be repeated. Without it"
              + " the command names the signer for you to judge.")
  List<Path> signers = List.of();

  @Override
  public Integer call() {
    SilencedLogging.please();
    ReadFile.exists(file);
    Set<X509Certificate> trusted = new LinkedHashSet<>();
    for (Path signer : signers) {
      trusted.addAll(certificates(signer).all());
    }
    Verdict verdict =
        ReadFile.of(file, f -> new CaseFileVerifier(trusted, Clock.systemUTC()).verify(f));
    PrintWriter out = spec.commandLine().getOut();
    verdict.departures().forEach(out::println);
    if (!verdict.signer().isEmpty()) {
      out.printf(
          "%s, %s, %d exhibits, sealed by %s on %s, certificate %s.%n",
          verdict.number(),
          verdict.version(),
          verdict.exhibits(),
          verdict.signer(),
          verdict.sealedAt(),
          HexFormat.of().formatHex(Base64.getUrlDecoder().decode(verdict.signerId())));
    }
    if (!verdict.compared()) {
      out.println(
          "The signer was not verified. Maybe specify a certificate that you trust with --signer.");
    }
    out.println(
        verdict.sound()
            ? "Everything is as it was sealed."
            : "%d departures.".formatted(verdict.departures().size()));
    return verdict.sound() ? 0 : 1;
  }

  private static Certificates certificates(Path signer) {
    Certificates read =
        ReadFile.of(
            signer,
            f -> {
              try {
                return Certificates.read(Files.readString(f, StandardCharsets.ISO_8859_1));
              } catch (IllegalArgumentException e) {
                throw new IOException(BadInput.sentence(e), e);
              }
            });
    if (read.all().isEmpty()) {
      throw new BadInput(
          "%s contains no certificate. Maybe convert it to PEM: openssl x509 -inform der -in FILE."
              .formatted(signer));
    }
    return read;
  }
}
