package org.passerelle.intersection;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.intersection.curve.BadPoint;
import org.passerelle.intersection.curve.PointMultiplication;
import org.passerelle.intersection.curve.Points;
import org.passerelle.intersection.curve.Prf;

/**
 * The asker for one day and one partner. With its secret it evaluates the partner's masked tokens,
 * once and in the signed number, and its own questions. Nothing is sent back to it. Costs about 120
 * µs of CPU per token of the partner.
 */
public final class AskerSide {
  private final Exchange exchange;
  private final SecureRandom random;
  private final PointMultiplication secret;
  private final byte[] key;
  private byte @Nullable [] raised;

  /**
   * @param random source of the day's secret, nonces and padding of questions
   */
  public AskerSide(Exchange exchange, SecureRandom random) {
    this.exchange = exchange;
    this.random = random;
    secret = PointMultiplication.drawn(random);
    key = secret.key().octets();
  }

  /**
   * The second message. Only one offer per day is processed: a second would double the number of
   * guesses. The same offer may be processed again if the first attempt was interrupted.
   *
   * @throws BadExchange if the commitment is not signed by the partner, not of this day, not for
   *     these points, too large, the second one, or contains a repeated point, which random masks
   *     never produce
   * @throws BadPoint if a point is invalid
   */
  public synchronized MaskedPoints raise(Offer offer, PublicKey partner, SizeLimit limit) {
    Commitment commitment = offer.commitment();
    byte[] before = raised;
    if (before != null && !MessageDigest.isEqual(before, commitment.digest())) {
      throw new BadExchange(
          """
          %s offers a second set on %s.
          Maybe the answer to the first was lost; it can be sent again unchanged."""
              .formatted(exchange.asked(), exchange.day()));
    }
    if (!commitment.exchange().equals(exchange)
        || !commitment.isSigned(offer.signature(), partner)) {
      throw new BadExchange(
          """
          The commitment of %s for %s is not signed by it.
          Maybe its key was changed."""
              .formatted(commitment.exchange(), exchange));
    }
    byte[] digest = Digests.sha256().digest(offer.points());
    if (!MessageDigest.isEqual(commitment.digest(), digest)
        || offer.points().length != commitment.tokens() * Points.OCTETS) {
      throw new BadExchange(
          """
          %s committed to %d tokens but sent %d octets of other tokens.
          Maybe the message was cut."""
              .formatted(exchange.asked(), commitment.tokens(), offer.points().length));
    }
    limit.check(commitment);
    refuseRepeats(offer.points());
    Points points = Points.read(offer.points());
    raised = digest;
    return new MaskedPoints(digest, key.clone(), secret.raise(points).octets());
  }

  /**
   * Compares 64 bits of each point, which collide by chance once in a hundred thousand sets of
   * maximum size.
   */
  private void refuseRepeats(byte[] points) {
    ByteBuffer octets = ByteBuffer.wrap(points);
    long[] beginnings = new long[points.length / Points.OCTETS];
    for (int i = 0; i < beginnings.length; i++) {
      beginnings[i] = octets.getLong(i * Points.OCTETS + 1);
    }
    Arrays.sort(beginnings);
    for (int i = 1; i < beginnings.length; i++) {
      if (beginnings[i] == beginnings[i - 1]) {
        throw new BadExchange(
            """
            %s offers a point more than once among %d.
            Maybe the set is padded."""
                .formatted(exchange.asked(), beginnings.length));
      }
    }
  }

  /** The third message. */
  public Batch ask(List<Question> questions) {
    List<byte[]> inputs = new ArrayList<>();
    questions.forEach(q -> tokens(q).forEach(t -> inputs.add(t.octets())));
    byte[] values = Prf.outputs(inputs, secret.raise(Prf.hashed(inputs)));
    List<Batch.Asking> askings = new ArrayList<>();
    int at = 0;
    for (Question question : questions) {
      int tokens = tokens(question).size();
      askings.add(asking(question.id(), tokens, values, at));
      at += tokens * Prf.OUTPUT;
    }
    return new Batch(exchange, askings);
  }

  private static List<Token> tokens(Question question) {
    List<Token> tokens = question.tokens().stream().distinct().toList();
    if (tokens.size() > Kind.OF_A_QUESTION) {
      throw new IllegalArgumentException(
          "%d tokens in a question; the maximum is %d."
              .formatted(tokens.size(), Kind.OF_A_QUESTION));
    }
    return tokens;
  }

  private Batch.Asking asking(String id, int tokens, byte[] values, int at) {
    byte[] nonce = new byte[Batch.OCTETS];
    random.nextBytes(nonce);
    Marks marks = new Marks(nonce);
    byte[][] each = new byte[Kind.OF_A_QUESTION][Batch.OCTETS];
    for (int i = 0; i < each.length; i++) {
      if (i < tokens) {
        byte[] whole = marks.of(values, at + i * Prf.OUTPUT, Prf.OUTPUT);
        System.arraycopy(whole, 0, each[i], 0, Batch.OCTETS);
      } else {
        random.nextBytes(each[i]);
      }
    }
    // marks are indistinguishable from random: sorted, their order reveals nothing about their
    // kinds
    Arrays.sort(each, Arrays::compareUnsigned);
    byte[] all = new byte[Kind.OF_A_QUESTION * Batch.OCTETS];
    for (int i = 0; i < each.length; i++) {
      System.arraycopy(each[i], 0, all, i * Batch.OCTETS, Batch.OCTETS);
    }
    return new Batch.Asking(id, nonce, all);
  }

  PointMultiplication secret() {
    return secret;
  }
}
