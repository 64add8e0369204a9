package org.passerelle.intersection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.intersection.TwoSides.NODE;
import static org.passerelle.intersection.TwoSides.RANDOM;
import static org.passerelle.intersection.TwoSides.TODAY;
import static org.passerelle.intersection.TwoSides.file;
import static org.passerelle.intersection.TwoSides.name;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.passerelle.intersection.curve.Masks;
import org.passerelle.intersection.curve.PointMultiplication;
import org.passerelle.intersection.curve.Points;
import org.passerelle.intersection.curve.Prf;

/** Attacks with everything that an attacker sees and holds. */
@Tag("slow")
@Tag("long")
class AttackTest {
  private static final int NAMES = 10_000;
  private static final int LIST = 2_000;
  private static final int FILES = 400;
  private static final int MISSED = 1_000;

  private static List<Token> names(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> name("guess " + i)).toList();
  }

  private static List<byte[]> octets(List<Token> tokens) {
    return tokens.stream().map(Token::octets).toList();
  }

  private static List<FindableFile> files(List<Token> tokens) {
    return tokens.stream().map(t -> file(t.text(), t)).toList();
  }

  private static List<Question> questions(List<Token> tokens) {
    return tokens.stream().map(t -> new Question(t.text(), List.of(t))).toList();
  }

  private static Set<ByteBuffer> each(byte[] octets, int length) {
    Set<ByteBuffer> all = new HashSet<>();
    for (int at = 0; at < octets.length; at += length) {
      all.add(ByteBuffer.wrap(octets, at, length).slice());
    }
    return all;
  }

  /**
   * Half of the partner's files have names on the asker's list. With its secret, all messages, and
   * the points of its 10,000 names, the asker finds no match, nor do the offers of two days match
   * each other.
   */
  @Test
  void anAskerWithTenThousandNamesLearnsNothing() {
    List<Token> held = names(NAMES - FILES / 2, NAMES + FILES / 2);
    TwoSides sides = new TwoSides(files(held));
    Points guesses = Prf.hashed(octets(names(0, NAMES)));
    Set<ByteBuffer> seen = each(sides.offer.points(), Points.OCTETS);
    seen.addAll(each(sides.maskedPoints.points(), Points.OCTETS));
    PointMultiplication secret = sides.asker.secret();
    for (Points derived : List.of(guesses, secret.raise(guesses))) {
      assertThat(each(derived.octets(), Points.OCTETS)).doesNotContainAnyElementsOf(seen);
    }
    // two files with the same token have two different points, on one day and on two
    Token same = name("guess 1");
    TwoSides twins = new TwoSides(List.of(file("a", same), file("b", same)));
    Set<ByteBuffer> offered = each(twins.offer.points(), Points.OCTETS);
    assertThat(offered).hasSize(2);
    TwoSides tomorrow = new TwoSides(List.of(file("a", same), file("b", same)));
    assertThat(each(tomorrow.offer.points(), Points.OCTETS)).doesNotContainAnyElementsOf(offered);
  }

  /**
   * The insider has the masks, the standing set, all messages and a list of 2,000 names, including
   * every one that was asked for. Nothing that can be computed from a name without the asker's
   * secret matches a mark. A name that was not asked for matches a mark with probability 2^-128
   * only: right guesses are what counts, and all are in the list. {@link InsiderRate} tries a
   * million.
   */
  @Test
  @Tag("slow")
  void anInsiderOfTheAskedSideRecoversNoMissedQuestion() {
    TwoSides sides = new TwoSides(files(names(-FILES, 0)));
    List<Token> missed = names(0, MISSED);
    Batch batch = sides.asker.ask(questions(missed));
    assertThat(sides.standing.found(batch)).isEmpty();

    List<Token> list = names(0, LIST);
    List<byte[]> inputs = octets(list);
    Points hashed = Prf.hashed(inputs);
    Masks.Factors own = sides.asked.masks();
    Points raisedKey = Points.read(sides.maskedPoints.key());
    List<byte[]> computed =
        List.of(
            Prf.outputs(inputs, hashed),
            Prf.outputs(inputs, Masks.ofGenerator().put(hashed, own)),
            Prf.outputs(inputs, Masks.of(raisedKey).put(hashed, own)),
            Prf.outputs(inputs, Masks.of(raisedKey).taken(hashed, own)),
            hashed.octets());
    for (byte[] values : computed) {
      assertThat(recovered(batch, values, values.length / LIST)).isZero();
    }
    assertThat(recovered(batch, sides.standing.values(), Prf.OUTPUT)).isZero();
    assertThat(recovered(batch, sides.maskedPoints.points(), Points.OCTETS)).isZero();
  }

  /** Each guess in the signed set tests one name per day; a larger set than agreed is refused. */
  @Test
  void guessesInTheSetRecoverAtMostTheirNumberAndItsSizeIsSigned() {
    List<Token> guesses = names(0, 60);
    List<FindableFile> padded = new ArrayList<>(files(names(-FILES, 0)));
    padded.addAll(files(guesses));
    TwoSides sides = new TwoSides(padded);
    Batch batch = sides.asker.ask(questions(names(0, MISSED)));
    assertThat(sides.standing.found(batch)).hasSize(guesses.size());
    assertThat(sides.offer.commitment().files()).isEqualTo(FILES + guesses.size());
    Commitment before = new Commitment(TODAY, FILES, FILES, new byte[32]);
    SizeLimit limit = new SizeLimit(FILES * 2, 20, before);
    AskerSide careful = new AskerSide(TODAY, RANDOM);
    assertThatThrownBy(() -> careful.raise(sides.offer, NODE.getPublic(), limit))
        .isInstanceOf(BadExchange.class);
  }

  /** A set padded with the same point costs the partner nothing, and would cost the asker a lot. */
  @Test
  void aSetThatRepeatsAPointIsNotRaised() {
    TwoSides sides = new TwoSides(files(names(0, 60)));
    byte[] points = sides.offer.points().clone();
    System.arraycopy(points, 0, points, 7 * Points.OCTETS, Points.OCTETS);
    Commitment commitment = new Commitment(TODAY, 60, 60, Digests.sha256().digest(points));
    Offer padded = new Offer(commitment, commitment.signed(NODE.getPrivate()), points);
    AskerSide asker = new AskerSide(TODAY, RANDOM);
    SizeLimit limit = new SizeLimit(FILES, 0, null);
    assertThatThrownBy(() -> asker.raise(padded, NODE.getPublic(), limit))
        .isInstanceOf(BadExchange.class)
        .hasMessageContaining("more than once");
  }

  /** An interrupted exchange may be repeated with the same set, but not with another one. */
  @Test
  void theSameOfferMayBeRaisedAgainAndNoOther() {
    TwoSides sides = new TwoSides(files(names(0, 60)));
    SizeLimit limit = new SizeLimit(FILES, 0, null);
    MaskedPoints again = sides.asker.raise(sides.offer, NODE.getPublic(), limit);
    assertThat(again.points()).isEqualTo(sides.maskedPoints.points());
    Offer second = new TwoSides(files(names(0, 60))).offer;
    assertThatThrownBy(() -> sides.asker.raise(second, NODE.getPublic(), limit))
        .isInstanceOf(BadExchange.class)
        .hasMessageContaining("a second set");
  }

  private static int recovered(Batch batch, byte[] values, int length) {
    int recovered = 0;
    for (Batch.Asking asking : batch.questions()) {
      Set<ByteBuffer> marks = each(asking.marks(), Batch.OCTETS);
      Marks guess = new Marks(asking.nonce());
      for (int at = 0; at < values.length; at += length) {
        ByteBuffer mark = ByteBuffer.wrap(guess.of(values, at, length), 0, Batch.OCTETS);
        recovered += marks.contains(mark) ? 1 : 0;
      }
    }
    return recovered;
  }

  /**
   * 10,000 captured questions for 200 names, some of which are asked for often. The attacker knows
   * the frequencies and assigns the most frequent names to the most frequent marks: there are no
   * frequent marks.
   */
  @Test
  void aFrequencyAttackOnCapturedQuestionsFindsNoMoreThanChance() {
    AskerSide asker = new AskerSide(TODAY, RANDOM);
    SplittableRandom draw = new SplittableRandom(1);
    List<Token> drawn = new ArrayList<>();
    for (int i = 0; i < NAMES; i++) {
      drawn.add(name("guess " + (int) Math.pow(200, draw.nextDouble())));
    }
    Batch batch = asker.ask(questions(drawn));
    Map<ByteBuffer, Integer> frequencies = new HashMap<>();
    for (Batch.Asking asking : batch.questions()) {
      each(asking.marks(), Batch.OCTETS).forEach(m -> frequencies.merge(m, 1, Integer::sum));
    }
    assertThat(frequencies).hasSize(NAMES * Kind.OF_A_QUESTION);
    assertThat(frequencies.values()).allMatch(f -> f == 1);
    // all frequencies are equal: order the questions by anything else that is visible
    List<Batch.Asking> order = new ArrayList<>(batch.questions());
    order.sort((a, b) -> ByteBuffer.wrap(a.marks()).compareTo(ByteBuffer.wrap(b.marks())));
    List<String> guess = drawn.stream().map(Token::text).sorted().toList();
    Map<String, Long> counts = new HashMap<>();
    guess.forEach(n -> counts.merge(n, 1L, Long::sum));
    double chance = counts.values().stream().mapToDouble(c -> (double) c * c).sum() / NAMES;
    long right =
        IntStream.range(0, NAMES).filter(i -> order.get(i).id().equals(guess.get(i))).count();
    assertThat((double) right).isLessThan(chance + 5 * Math.sqrt(chance));
  }

  @Test
  void oneTokenAskedForTwiceIsNotSeenToBeOne() {
    TwoSides sides = new TwoSides(files(names(0, 3)));
    List<Question> twice =
        List.of(
            new Question("1", List.of(name("guess 9"))),
            new Question("2", List.of(name("guess 9"))));
    Batch first = sides.asker.ask(twice);
    Batch second = sides.asker.ask(twice);
    Set<ByteBuffer> marks = new HashSet<>();
    Set<ByteBuffer> nonces = new HashSet<>();
    for (Batch batch : List.of(first, second)) {
      for (Batch.Asking asking : batch.questions()) {
        marks.addAll(each(asking.marks(), Batch.OCTETS));
        nonces.add(ByteBuffer.wrap(asking.nonce()));
      }
    }
    assertThat(marks).hasSize(4 * Kind.OF_A_QUESTION);
    assertThat(nonces).hasSize(4);
  }

  @Test
  void aQuestionOfOneTokenLooksLikeOneOfMany() {
    AskerSide asker = new AskerSide(TODAY, RANDOM);
    Batch batch =
        asker.ask(
            List.of(
                new Question("none", List.of()),
                new Question("all", names(0, Kind.OF_A_QUESTION))));
    assertThat(batch.questions())
        .allMatch(q -> q.marks().length == Kind.OF_A_QUESTION * Batch.OCTETS);
  }
}
