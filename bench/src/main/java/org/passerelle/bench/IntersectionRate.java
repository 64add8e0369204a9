package org.passerelle.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.passerelle.intersection.AskedSide;
import org.passerelle.intersection.AskerSide;
import org.passerelle.intersection.Batch;
import org.passerelle.intersection.Birth;
import org.passerelle.intersection.Exchange;
import org.passerelle.intersection.FindableFile;
import org.passerelle.intersection.Found;
import org.passerelle.intersection.Identity;
import org.passerelle.intersection.MaskedPoints;
import org.passerelle.intersection.Offer;
import org.passerelle.intersection.PreparedSet;
import org.passerelle.intersection.Question;
import org.passerelle.intersection.SizeLimit;
import org.passerelle.intersection.Tokens;
import org.passerelle.linkage.generator.GeneratedRecord;
import org.passerelle.linkage.generator.RecordGenerator;

/**
 * The cost of a hundred questions against 200,000 findable files for both sides together, the first
 * time of a day and with the day's set already computed: CPU seconds of the process, and the amount
 * of data transferred.
 *
 * <p>The argument is a different number of files.
 */
public final class IntersectionRate {
  private static final int QUESTIONS = 100;
  private static final double SECOND = 1e9;
  private static final OperatingSystemMXBean MACHINE =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static double sum;

  private IntersectionRate() {}

  private interface Step<T> {
    T take();
  }

  /** Prints a table. */
  public static void main(String[] arguments) throws GeneralSecurityException {
    int files = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200_000;
    RecordGenerator generator = RecordGenerator.load();
    List<Identity> known = new ArrayList<>();
    List<Identity> sought = new ArrayList<>();
    for (int i = 0; i < files; i++) {
      List<GeneratedRecord> records = generator.recordsOf(1, i);
      known.add(identity(records.get(0)));
      if (records.size() > 1 && sought.size() < QUESTIONS) {
        sought.add(identity(records.get(1)));
      }
    }
    Exchange exchange = new Exchange("one@south", "two@north", LocalDate.of(2026, 11, 26));
    KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
    keys.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair node = keys.generateKeyPair();
    SecureRandom random = new SecureRandom();
    Tokens tokens = Tokens.load();

    List<FindableFile> findable = step("tokens of the files", () -> files(tokens, known));
    AskedSide asked =
        step("asked side: hash, mask, write", () -> new AskedSide(exchange, findable, random));
    Offer offer = step("commitment, signed", () -> asked.offer(node.getPrivate()));
    AskerSide asker = new AskerSide(exchange, random);
    MaskedPoints maskedPoints =
        step(
            "asker: read, raise, write",
            () -> asker.raise(offer, node.getPublic(), new SizeLimit(files, files, null)));
    PreparedSet standing =
        step("asked side: read, unmask, finish", () -> asked.standing(maskedPoints));
    Batch batch = step("asker: a hundred questions", () -> asked(tokens, asker, sought));
    List<Found> found = step("asked side: compare", () -> standing.found(batch));
    System.out.printf(Locale.ROOT, "| the first time | %.1f |%n", sum);
    sum = 0;
    Batch again = step("asker: a hundred again", () -> asked(tokens, asker, sought));
    step("asked side: compare again", () -> standing.found(again));
    System.out.printf(Locale.ROOT, "| when the set stands | %.1f |%n", sum);
    System.out.printf(
        Locale.ROOT,
        "%d files, %d tokens; the offer has %.0f MB, the answer as much, a question 976 octets; %d of"
            + " %d questions found a file%n",
        files,
        standing.size(),
        offer.points().length / 1e6,
        found.stream().map(Found::question).distinct().count(),
        sought.size());
  }

  private static List<FindableFile> files(Tokens tokens, List<Identity> known) {
    List<FindableFile> files = new ArrayList<>();
    for (int i = 0; i < known.size(); i++) {
      files.add(new FindableFile("f" + i, tokens.ofFile(known.get(i))));
    }
    return files;
  }

  private static Batch asked(Tokens tokens, AskerSide asker, List<Identity> sought) {
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < sought.size(); i++) {
      questions.add(new Question("q" + i, tokens.ofQuestion(sought.get(i))));
    }
    return asker.ask(questions);
  }

  private static Identity identity(GeneratedRecord record) {
    Birth birth =
        !record.dateOfBirth().isEmpty()
            ? Birth.read(record.dateOfBirth())
            : record.age().isEmpty()
                ? Birth.UNKNOWN
                : Birth.ofAge(Integer.parseInt(record.age()), LocalDate.parse(record.recordedOn()));
    return new Identity(
        List.of(record.givenName() + " " + record.surname()),
        birth,
        List.of(record.document()),
        List.of(record.phone()));
  }

  private static <T> T step(String what, Step<T> step) {
    long start = MACHINE.getProcessCpuTime();
    T result = step.take();
    double seconds = (MACHINE.getProcessCpuTime() - start) / SECOND;
    sum += seconds;
    System.out.printf(Locale.ROOT, "| %s | %.1f |%n", what, seconds);
    return result;
  }
}
