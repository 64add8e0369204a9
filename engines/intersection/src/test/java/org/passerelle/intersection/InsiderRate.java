package org.passerelle.intersection;

import static org.passerelle.intersection.TwoSides.file;
import static org.passerelle.intersection.TwoSides.name;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.passerelle.intersection.curve.Masks;
import org.passerelle.intersection.curve.Points;
import org.passerelle.intersection.curve.Prf;

/**
 * An insider of the asked side with its keys and a million names, and a thousand questions about a
 * thousand of these that found nothing: {@code InsiderRate [NAMES]}. Each question is compared with
 * a tenth of the names, including its own, in four ways of computing marks without the asker's
 * secret; and every name is tried. Prints the number of recovered names, and CPU seconds.
 */
final class InsiderRate {
  private static final int MISSED = 1_000;
  private static final int SHARE = 10;
  private static final int FILES = 400;
  private static final double SECOND = 1e9;
  private static final OperatingSystemMXBean MACHINE =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private InsiderRate() {}

  /** Number of names, default a million. */
  public static void main(String[] arguments) {
    int names = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
    int part = names / SHARE;
    int apart = names / MISSED;
    List<FindableFile> held =
        IntStream.range(-FILES, 0).mapToObj(i -> file("f" + i, name("guess " + i))).toList();
    TwoSides sides = new TwoSides(held);
    // the names asked for are spread evenly over the list
    List<Question> missed =
        IntStream.range(0, MISSED)
            .mapToObj(i -> new Question("q" + i, List.of(name("guess " + i * apart))))
            .toList();
    Batch batch = sides.asker.ask(missed);
    System.out.printf(
        Locale.ROOT, "%d questions, %d found%n", MISSED, sides.standing.found(batch).size());
    double began = cpu();
    int[] recovered = new int[4];
    for (int from = 0; from < names; from += part) {
      List<byte[]> inputs = new ArrayList<>(part);
      for (int i = from; i < from + part; i++) {
        inputs.add(name("guess " + i).octets());
      }
      int first = from;
      List<Batch.Asking> own =
          IntStream.range(0, MISSED)
              .filter(i -> i * apart >= first && i * apart < first + part)
              .mapToObj(i -> batch.questions().get(i))
              .toList();
      List<byte[]> ways = ways(sides, inputs);
      for (int way = 0; way < recovered.length; way++) {
        recovered[way] += recovered(own, ways.get(way));
      }
      System.out.printf(
          Locale.ROOT, "%d names, %.0f s of CPU so far%n", from + part, cpu() - began);
    }
    List<byte[]> asked = missed.stream().map(q -> q.tokens().get(0).octets()).toList();
    byte[] right = Prf.outputs(asked, sides.asker.secret().raise(Prf.hashed(asked)));
    System.out.printf(
        Locale.ROOT,
        "to compare: with the asker's secret, which is not the insider's, %d%n",
        recovered(batch.questions(), right));
    System.out.printf(
        Locale.ROOT,
        "recovered of %d: %d without any key, %d with the asked side's masks, %d and %d with masks of"
            + " the asker's public value; %.0f s of CPU%n",
        MISSED,
        recovered[0],
        recovered[1],
        recovered[2],
        recovered[3],
        cpu() - began);
  }

  private static List<byte[]> ways(TwoSides sides, List<byte[]> inputs) {
    Points hashed = Prf.hashed(inputs);
    Masks.Factors own = sides.asked.masks();
    Points key = Points.read(sides.maskedPoints.key());
    return List.of(
        Prf.outputs(inputs, hashed),
        Prf.outputs(inputs, Masks.ofGenerator().put(hashed, own)),
        Prf.outputs(inputs, Masks.of(key).put(hashed, own)),
        Prf.outputs(inputs, Masks.of(key).taken(hashed, own)));
  }

  private static int recovered(List<Batch.Asking> questions, byte[] values) {
    int recovered = 0;
    for (Batch.Asking asking : questions) {
      Set<ByteBuffer> marks = new HashSet<>();
      for (int at = 0; at < asking.marks().length; at += Batch.OCTETS) {
        marks.add(ByteBuffer.wrap(asking.marks(), at, Batch.OCTETS).slice());
      }
      Marks guess = new Marks(asking.nonce());
      for (int at = 0; at < values.length; at += Prf.OUTPUT) {
        ByteBuffer mark = ByteBuffer.wrap(guess.of(values, at, Prf.OUTPUT), 0, Batch.OCTETS);
        recovered += marks.contains(mark) ? 1 : 0;
      }
    }
    return recovered;
  }

  private static double cpu() {
    return MACHINE.getProcessCpuTime() / SECOND;
  }
}
