package org.passerelle.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Random;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.passerelle.evidence.CaseFileVerifier;
import org.passerelle.evidence.CaseFileWriter;
import org.passerelle.evidence.Certificates;
import org.passerelle.evidence.Progress;
import org.passerelle.evidence.Signatory;
import org.passerelle.evidence.Verdict;
import org.passerelle.evidence.Version;
import org.passerelle.evidence.folder.ExhibitFolder;
import org.passerelle.paper.Paper;

/**
 * A case file of random bytes: time and memory needed to create and to check it. {@code
 * CaseFileRate FOLDER [EXHIBITS MEGABYTES]}; the exhibits are created if FOLDER does not exist; the
 * container and the certificate are written beside it. The goal for 500 exhibits and 1,024 MB in
 * all is two minutes with {@code -Xmx512m}.
 */
public final class CaseFileRate {
  private static final int EXHIBITS = 500;
  private static final int MEGABYTES = 1_024;
  private static final int STEP = 1 << 20;
  private static final Duration YEARS = Duration.ofDays(3_650);

  private CaseFileRate() {}

  /** Prints a line for each step. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]).toAbsolutePath();
    int exhibits = arguments.length > 1 ? Integer.parseInt(arguments[1]) : EXHIBITS;
    long bytes = (arguments.length > 2 ? Integer.parseInt(arguments[2]) : MEGABYTES) * (long) STEP;
    if (!Files.exists(folder)) {
      fill(folder, exhibits, bytes);
    }
    Signatory by = signatory();
    Path out = folder.resolveSibling("rate.asice");
    Path work = Files.createTempDirectory("rate");
    long began = System.nanoTime();
    new CaseFileWriter(by, Paper::pdf)
        .write(
            ExhibitFolder.read(folder, Version.PROSECUTION, work),
            Clock.systemUTC().instant(),
            out,
            Progress.NONE);
    said("made, %,d bytes".formatted(Files.size(out)), began);
    Files.delete(work);
    Files.writeString(
        folder.resolveSibling("rate.pem"),
        Certificates.of(Set.of(by.certificate())).pem(),
        StandardCharsets.US_ASCII);
    began = System.nanoTime();
    Verdict verdict = new CaseFileVerifier(Set.of(by.certificate()), Clock.systemUTC()).verify(out);
    said("checked, %d departures".formatted(verdict.departures().size()), began);
  }

  private static void said(String what, long began) {
    long peak =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
            .map(MemoryPoolMXBean::getPeakUsage)
            .mapToLong(usage -> usage.getUsed())
            .sum();
    System.out.printf(
        "%s: %.1f s, CPU so far %.1f s, peaks of the heap %d MB of %d%n",
        what,
        (System.nanoTime() - began) / 1e9,
        ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3,
        peak / STEP,
        Runtime.getRuntime().maxMemory() / STEP);
  }

  private static void fill(Path folder, int exhibits, long bytes) throws IOException {
    Files.createDirectories(folder);
    Random random = new Random(1);
    byte[] step = new byte[STEP];
    for (int i = 0; i < exhibits; i++) {
      long size = bytes / exhibits;
      Path file = folder.resolve("exhibit-%04d.bin".formatted(i));
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
        for (long left = size; left > 0; left -= step.length) {
          random.nextBytes(step);
          out.write(step, 0, (int) Math.min(left, step.length));
        }
      }
    }
  }

  private static Signatory signatory() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair pair = generator.generateKeyPair();
      X500Name name = new X500Name("CN=Invented office");
      Instant from = Clock.systemUTC().instant().minus(Duration.ofDays(1));
      X509Certificate certificate =
          new JcaX509CertificateConverter()
              .getCertificate(
                  new JcaX509v3CertificateBuilder(
                          name,
                          BigInteger.ONE,
                          Date.from(from),
                          Date.from(from.plus(YEARS)),
                          name,
                          pair.getPublic())
                      .build(
                          new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
      return Signatory.of(pair, certificate);
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }
}
