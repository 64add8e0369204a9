package org.passerelle.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.util.stream.Stream;
import org.passerelle.language.Language;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.steer.letter.Composer;
import org.passerelle.steer.letter.Letters;
import org.passerelle.steer.letter.source.Sources;

/**
 * Time to produce the four editions of issue 12, each as page and PDF: {@code java
 * org.passerelle.bench.LetterEditions}. The facts are read once before; the first round is cold and
 * includes reading fonts and templates. The command takes this time plus the start of a process.
 */
public final class LetterEditions {
  private static final int ROUNDS = 8;

  private LetterEditions() {}

  private record Job(String tag, Letters.Form form) {}

  private static int make(Facts facts, Entry letter, Job job) {
    return Letters.make(facts, Sources.NONE, letter, new Language(job.tag), job.form).length;
  }

  /** Takes no arguments. */
  public static void main(String[] arguments) {
    PrintStream out = System.out;
    long begun = System.nanoTime();
    Facts facts = Facts.shipped();
    Entry letter = Composer.issue(facts, 12).orElseThrow();
    out.printf("facts: %d ms%n", Duration.ofNanos(System.nanoTime() - begun).toMillis());
    for (int round = 1; round <= ROUNDS; round++) {
      long start = System.nanoTime();
      long bytes =
          Composer.LANGUAGES.parallelStream()
              .flatMap(
                  tag ->
                      Stream.of(Letters.Form.HTML, Letters.Form.PDF)
                          .map(form -> new Job(tag, form)))
              .mapToLong(job -> make(facts, letter, job))
              .sum();
      out.printf(
          "round %d: four editions, eight files, %d bytes, %d ms%n",
          round, bytes, Duration.ofNanos(System.nanoTime() - start).toMillis());
    }
  }
}
