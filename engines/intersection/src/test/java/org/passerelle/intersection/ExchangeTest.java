package org.passerelle.intersection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.intersection.TwoSides.NODE;
import static org.passerelle.intersection.TwoSides.RANDOM;
import static org.passerelle.intersection.TwoSides.TODAY;
import static org.passerelle.intersection.TwoSides.file;
import static org.passerelle.intersection.TwoSides.name;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.intersection.curve.BadPoint;
import org.passerelle.intersection.curve.Points;

/** The three messages: what is found, and what is rejected. */
class ExchangeTest {
  private static final SizeLimit LIMIT = new SizeLimit(100, 5, null);
  private static final Token PAPER = new Token(Kind.DOCUMENT, "AB123456");
  private static final Token PHONE = new Token(Kind.TELEPHONE, "61866152");

  private static Question question(String id, Token... tokens) {
    return new Question(id, List.of(tokens));
  }

  @Test
  void theAskedSideLearnsWhichOfItsFilesWasAskedForAndByWhat() {
    TwoSides sides =
        new TwoSides(
            List.of(
                file("a", PAPER, PHONE, name("arpin hatsa 2013")),
                file("b", PHONE),
                file("c", name("fatima safa 2011"))));
    Batch batch =
        sides.asker.ask(
            List.of(
                question("1", PAPER, PHONE),
                question("2", name("nakati mis 2013")),
                question("3", name("fatima safa 2011"), name("fatima safa 2010"))));
    assertThat(sides.standing.found(batch))
        .containsExactlyInAnyOrder(
            new Found("1", "a", Set.of(Kind.DOCUMENT, Kind.TELEPHONE)),
            new Found("1", "b", Set.of(Kind.TELEPHONE)),
            new Found("3", "c", Set.of(Kind.NAME_AND_YEAR)));
  }

  @Test
  void manyFilesAreFoundAsFew() {
    List<FindableFile> files =
        IntStream.range(0, 1_200).mapToObj(i -> file("f" + i, name("n" + i))).toList();
    TwoSides sides = new TwoSides(files);
    List<Question> questions =
        IntStream.range(0, 100).mapToObj(i -> question("q" + i, name("n" + 23 * i))).toList();
    assertThat(sides.standing.found(sides.asker.ask(questions)))
        .hasSize(53)
        .allMatch(f -> f.file().equals("f" + 23 * Integer.parseInt(f.question().substring(1))));
  }

  @Test
  void nobodyFindableAndNobodyAskedForIsNoMistake() {
    TwoSides sides = new TwoSides(List.of());
    assertThat(sides.standing.found(sides.asker.ask(List.of(question("1"))))).isEmpty();
    assertThat(sides.standing.found(sides.asker.ask(List.of()))).isEmpty();
  }

  @Test
  void onlyOneSetOfADayIsRaised() {
    AskerSide asker = new AskerSide(TODAY, RANDOM);
    asker.raise(offer("a"), NODE.getPublic(), LIMIT);
    assertThatThrownBy(() -> asker.raise(offer("b"), NODE.getPublic(), LIMIT))
        .isInstanceOf(BadExchange.class)
        .hasMessageContaining("a second set");
  }

  private static Offer offer(String text) {
    return new AskedSide(TODAY, List.of(file("f", name(text))), RANDOM).offer(NODE.getPrivate());
  }

  @Test
  void whatIsNotSignedForThesePointsAndThisDayIsNotRaised() {
    Offer good = offer("a");
    Commitment c = good.commitment();
    Exchange yesterday = new Exchange(TODAY.asked(), TODAY.asker(), LocalDate.of(2026, 11, 25));
    List<Offer> bad =
        List.of(
            new Offer(c, new byte[64], good.points()),
            new Offer(c, new byte[3], good.points()),
            new Offer(c, c.signed(TwoSides.keys().getPrivate()), good.points()),
            new Offer(c, good.signature(), offer("a").points()),
            resigned(new Commitment(TODAY, 1, 2, c.digest()), good),
            resigned(new Commitment(yesterday, 1, 1, c.digest()), good),
            new Offer(new Commitment(TODAY, 2, 1, c.digest()), good.signature(), good.points()));
    for (Offer offer : bad) {
      AskerSide asker = new AskerSide(TODAY, RANDOM);
      assertThatThrownBy(() -> asker.raise(offer, NODE.getPublic(), LIMIT))
          .isInstanceOf(BadExchange.class);
    }
  }

  private static Offer resigned(Commitment commitment, Offer offer) {
    return new Offer(commitment, commitment.signed(NODE.getPrivate()), offer.points());
  }

  @Test
  void aSetThatIsPaddedWithGuessesShowsAndIsNotRaised() {
    List<FindableFile> many =
        IntStream.range(0, 40).mapToObj(i -> file("f" + i, name("n" + i))).toList();
    Offer offer = new AskedSide(TODAY, many, RANDOM).offer(NODE.getPrivate());
    Commitment before = new Commitment(TODAY, 34, 34, new byte[32]);
    List<SizeLimit> limits = List.of(new SizeLimit(39, 100, null), new SizeLimit(100, 5, before));
    for (SizeLimit limit : limits) {
      assertThatThrownBy(() -> new AskerSide(TODAY, RANDOM).raise(offer, NODE.getPublic(), limit))
          .isInstanceOf(BadExchange.class)
          .hasMessageContaining("padded");
    }
    Token[] guesses = IntStream.range(0, 11).mapToObj(i -> name("n" + i)).toArray(Token[]::new);
    Offer hidden =
        new AskedSide(TODAY, List.of(file("f", guesses)), RANDOM).offer(NODE.getPrivate());
    assertThatThrownBy(() -> new AskerSide(TODAY, RANDOM).raise(hidden, NODE.getPublic(), LIMIT))
        .isInstanceOf(BadExchange.class)
        .hasMessageContaining("padded");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "000000000000000000000000000000000000000000000000000000000000000000",
        "02ffffffff00000001000000000000000000000000ffffffffffffffffffffffff",
        "020000000000000000000000000000000000000000000000000000000000000001",
        "046b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"
      })
  void whatIsNoPointIsRefusedOnBothSides(String hex) {
    byte[] bad = HexFormat.of().parseHex(hex);
    Commitment commitment = new Commitment(TODAY, 1, 1, Digests.sha256().digest(bad));
    Offer offer = new Offer(commitment, commitment.signed(NODE.getPrivate()), bad);
    assertThatThrownBy(() -> new AskerSide(TODAY, RANDOM).raise(offer, NODE.getPublic(), LIMIT))
        .isInstanceOf(BadPoint.class);
    TwoSides sides = new TwoSides(List.of(file("f", PAPER)));
    MaskedPoints good = sides.maskedPoints;
    List<MaskedPoints> raised =
        List.of(
            new MaskedPoints(good.digest(), good.key(), bad),
            new MaskedPoints(good.digest(), bad, good.points()));
    for (MaskedPoints one : raised) {
      assertThatThrownBy(() -> sides.asked.standing(one)).isInstanceOf(BadExchange.class);
    }
  }

  @Test
  void anAnswerThatWasCutOrBelongsElsewhereIsRefused() {
    TwoSides sides = new TwoSides(List.of(file("f", PAPER, PHONE)));
    MaskedPoints good = sides.maskedPoints;
    byte[] cut = Arrays.copyOf(good.points(), Points.OCTETS);
    byte[] none = new byte[0];
    for (MaskedPoints bad :
        List.of(
            new MaskedPoints(good.digest(), good.key(), cut),
            new MaskedPoints(good.digest(), none, good.points()),
            new MaskedPoints(good.digest(), good.points(), good.points()),
            new MaskedPoints(new byte[32], good.key(), good.points()))) {
      assertThatThrownBy(() -> sides.asked.standing(bad)).isInstanceOf(BadExchange.class);
    }
  }

  @Test
  void aBatchOfAnotherDayOrFormIsRefused() {
    TwoSides sides = new TwoSides(List.of(file("f", PAPER)));
    Batch good = sides.asker.ask(List.of(question("1", PAPER)));
    Batch.Asking asking = good.questions().get(0);
    Exchange other = new Exchange("one@south", "three@west", TODAY.day());
    byte[] cut = Arrays.copyOf(asking.marks(), 32);
    for (Batch bad :
        List.of(
            new Batch(other, good.questions()),
            new Batch(TODAY, List.of(new Batch.Asking("1", asking.nonce(), cut))),
            new Batch(TODAY, List.of(new Batch.Asking("1", new byte[3], asking.marks()))))) {
      assertThatThrownBy(() -> sides.standing.found(bad)).isInstanceOf(BadExchange.class);
    }
  }

  /** An asker who multiplies inconsistently causes misses, never a hit on a file of its choice. */
  @Test
  void anAskerWhoRaisesUnequallyMakesOnlyMisses() {
    Token other = name("b");
    AskedSide asked = new AskedSide(TODAY, List.of(file("a", name("a")), file("b", other)), RANDOM);
    AskerSide asker = new AskerSide(TODAY, RANDOM);
    MaskedPoints good = asker.raise(asked.offer(NODE.getPrivate()), NODE.getPublic(), LIMIT);
    byte[] swapped = new byte[2 * Points.OCTETS];
    System.arraycopy(good.points(), 0, swapped, Points.OCTETS, Points.OCTETS);
    System.arraycopy(good.points(), Points.OCTETS, swapped, 0, Points.OCTETS);
    byte[] doubled = good.points().clone();
    System.arraycopy(doubled, Points.OCTETS, doubled, 0, Points.OCTETS);
    PreparedSet crossed = asked.standing(new MaskedPoints(good.digest(), good.key(), swapped));
    assertThat(crossed.found(asker.ask(List.of(question("1", name("a"), other))))).isEmpty();
    PreparedSet twice = asked.standing(new MaskedPoints(good.digest(), good.key(), doubled));
    assertThat(twice.found(asker.ask(List.of(question("1", other)))))
        .containsExactly(new Found("1", "b", Set.of(Kind.NAME_AND_YEAR)));
  }
}
