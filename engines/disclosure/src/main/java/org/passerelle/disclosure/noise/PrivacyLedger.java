package org.passerelle.disclosure.noise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import org.passerelle.disclosure.BadRelease;

/**
 * A persistent privacy budget. Every release of noisy figures about a population is charged before
 * any noise is drawn; if the remaining budget is too small it is refused, permanently. Several
 * threads and processes may use the same file: spending locks it and writes to disk before
 * returning.
 *
 * <p>The first line is {@code budget <unit> <amount>}, the others {@code spent <when> <what>
 * <amount>}. Amounts are decimal numbers and added exactly. An unreadable line counts as the whole
 * budget spent.
 */
public final class PrivacyLedger {
  private static final Object ONE_OF_THIS_PROCESS = new Object();
  private static final int LARGEST = 50_000_000;
  private final Path file;
  private final String unit;
  private final BigDecimal budget;
  private final Clock clock;

  /**
   * A ledger; its file is created with the first entry.
   *
   * @param unit {@code epsilon} or {@code rho}; units cannot be mixed
   * @param budget positive; must equal that of the file, if it exists
   */
  public PrivacyLedger(Path file, String unit, BigDecimal budget, Clock clock) {
    this.file = file;
    this.unit = unit;
    this.budget = budget;
    this.clock = clock;
  }

  /**
   * Spends part of the budget, or refuses.
   *
   * @param what purpose: the id of a release
   * @param amount positive
   * @throws BadRelease if less is left, or the file is not this ledger
   */
  public void spend(String what, BigDecimal amount) {
    if (amount.signum() <= 0 || !what.matches("[A-Za-z0-9_-]{1,64}")) {
      throw new IllegalArgumentException(
          "Spending %s on %s is not possible.".formatted(amount, what));
    }
    synchronized (ONE_OF_THIS_PROCESS) {
      try (FileChannel channel =
              FileChannel.open(
                  file,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.READ,
                  StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        BigDecimal left = budget.subtract(spent(channel));
        if (!lock.isValid() || left.compareTo(amount) < 0) {
          throw new BadRelease(
              "The budget of %s in %s is %s, of which %s is left; %s would spend %s. Maybe publish fewer tables: a spent budget does not come back."
                  .formatted(
                      unit,
                      file.getFileName(),
                      budget.toPlainString(),
                      left.toPlainString(),
                      what,
                      amount.toPlainString()));
        }
        append(
            channel, "spent %s %s %s%n".formatted(clock.instant(), what, amount.toPlainString()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private BigDecimal spent(FileChannel channel) throws IOException {
    if (channel.size() == 0) {
      append(channel, "budget %s %s%n".formatted(unit, budget.toPlainString()));
      return BigDecimal.ZERO;
    }
    if (channel.size() > LARGEST) {
      throw damaged("it is longer than %d bytes".formatted(LARGEST));
    }
    ByteBuffer all = ByteBuffer.allocate((int) channel.size());
    channel.position(0);
    while (all.hasRemaining() && channel.read(all) >= 0) {}
    String text = new String(all.array(), StandardCharsets.UTF_8);
    if (!text.endsWith("\n")) {
      throw damaged("its last line is truncated");
    }
    List<String> lines = text.lines().toList();
    if (!lines.get(0).equals("budget %s %s".formatted(unit, budget.toPlainString()))) {
      throw damaged(
          "its first line is \"%s\" and not \"budget %s %s\""
              .formatted(lines.get(0), unit, budget.toPlainString()));
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (String line : lines.subList(1, lines.size())) {
      if (!line.matches("spent [0-9TZ:.-]+ [A-Za-z0-9_-]+ [0-9]{1,9}([.][0-9]{1,30})?")) {
        throw damaged("it says \"%s\"".formatted(line));
      }
      sum = sum.add(new BigDecimal(line.substring(line.lastIndexOf(' ') + 1)));
    }
    return sum;
  }

  private BadRelease damaged(String how) {
    return new BadRelease(
        "The ledger %s cannot be trusted: %s. No budget can be spent until this is resolved. Maybe it belongs to another population."
            .formatted(file.getFileName(), how));
  }

  private static void append(FileChannel channel, String line) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
    channel.position(channel.size());
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.force(true);
  }
}
