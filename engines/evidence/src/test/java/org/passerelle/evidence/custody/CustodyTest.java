package org.passerelle.evidence.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.evidence.BadCaseFile;
import org.passerelle.evidence.Certificates;
import org.passerelle.evidence.Chains;
import org.passerelle.evidence.Digests;
import org.passerelle.evidence.Keys;
import org.passerelle.evidence.Signatory;

/** An exhibit has one holder at any time, in spite of concurrency, refusals or interruptions. */
class CustodyTest {
  private static final Digests DIGESTS = new Digests(3, "a".repeat(64), "b".repeat(128));
  private static final Signatory POLICE = Keys.of("Police");
  private static final Signatory LABORATORY = Keys.of("Laboratory");
  private static final Signatory COURT = Keys.of("Court");
  private static final Certificates PEOPLE =
      Certificates.of(List.of(POLICE.certificate(), LABORATORY.certificate(), COURT.certificate()));
  private final Chains chains = new Chains();
  private final CustodyBook book =
      new CustodyBook(chains, PEOPLE, Clock.fixed(Keys.NOW, ZoneOffset.UTC));

  @BeforeEach
  void taken() {
    chains.put(CustodyChain.begin("0001", DIGESTS, POLICE, Keys.NOW, "Office", "seized"));
  }

  private CustodyChain reread() {
    CustodyChain chain = chains.chain("0001");
    return CustodyChain.read(
        "0001", chain.entries().stream().map(CustodyEntry::line).toList(), PEOPLE);
  }

  @Test
  void whoeverTakesHoldsIt() {
    book.take(book.offer("0001", POLICE, LABORATORY.id(), "", "analysis"), LABORATORY);
    assertThat(reread().holder()).isEqualTo(LABORATORY.id());
    assertThat(reread().length()).isEqualTo(2);
  }

  @Test
  void whoeverRefusesDoesNot() {
    Offer offer = book.offer("0001", POLICE, LABORATORY.id(), "", "analysis");
    book.refuse(offer, LABORATORY, "the seal is broken");
    assertThat(reread().holder()).isEqualTo(POLICE.id());
    assertThat(reread().entries().get(1).statement().act()).isEqualTo(Act.REFUSAL);
    assertThatThrownBy(() -> book.take(offer, LABORATORY)).isInstanceOf(BrokenChain.class);
  }

  /** An interruption between offer and acceptance changes nothing. */
  @Test
  void anOfferThatNobodyTakesChangesNothing() {
    String head = chains.chain("0001").head();
    Offer offer = book.offer("0001", POLICE, COURT.id(), "", "");
    assertThat(reread().head()).isEqualTo(head);
    assertThat(reread().holder()).isEqualTo(POLICE.id());
    Offer kept = new Offer(CustodyEntry.read(offer.entry().line()));
    assertThat(book.take(kept, COURT).holder()).isEqualTo(COURT.id());
  }

  /** A power failure before or just after the store has saved. */
  @Test
  void aStoreThatDiesLeavesOneHolderAndAChainThatHolds() {
    for (boolean kept : new boolean[] {false, true}) {
      ChainStore dying =
          new ChainStore() {
            @Override
            public CustodyChain chain(String item) {
              return chains.chain(item);
            }

            @Override
            public boolean lengthen(String head, CustodyChain longer) {
              if (kept) {
                chains.lengthen(head, longer);
              }
              throw new IllegalStateException("killed");
            }
          };
      CustodyBook killed = new CustodyBook(dying, PEOPLE, Clock.fixed(Keys.NOW, ZoneOffset.UTC));
      Offer offer = book.offer("0001", POLICE, COURT.id(), "", "");
      assertThatThrownBy(() -> killed.take(offer, COURT)).hasMessage("killed");
      assertThat(reread().holder()).isEqualTo(kept ? COURT.id() : POLICE.id());
      if (kept) {
        // a retry is rejected, and the exhibit has one holder
        assertThatThrownBy(() -> book.take(offer, COURT)).isInstanceOf(BrokenChain.class);
        assertThat(reread().length()).isEqualTo(2);
      }
    }
  }

  @Test
  void nobodyGivesWhatAnotherHoldsOrTakesWhatWasOfferedToAnother() {
    assertThatThrownBy(() -> book.offer("0001", COURT, LABORATORY.id(), "", ""))
        .isInstanceOf(BrokenChain.class)
        .hasMessageContaining("does not hold it");
    Offer offer = book.offer("0001", POLICE, LABORATORY.id(), "", "");
    assertThatThrownBy(() -> book.take(offer, COURT))
        .isInstanceOf(BrokenChain.class)
        .hasMessageContaining("not offered");
    Signatory stranger = Keys.of("Stranger");
    Offer out = book.offer("0001", POLICE, stranger.id(), "", "");
    assertThatThrownBy(() -> book.take(out, stranger))
        .isInstanceOf(BrokenChain.class)
        .hasMessageContaining("is missing");
  }

  @Test
  void whatIsMeasuredAgainMustBeTheSame() {
    assertThat(book.check("0001", POLICE, DIGESTS, "yearly").length()).isEqualTo(2);
    Digests other = new Digests(3, "c".repeat(64), "b".repeat(128));
    assertThatThrownBy(() -> book.check("0001", POLICE, other, "yearly"))
        .hasMessageContaining("its measurement differs");
  }

  @Test
  void anExpiredCertificateTakesNothing() {
    Instant past = Keys.NOW.minus(Duration.ofDays(1));
    Signatory old = Keys.of("Old", "secp256r1", past);
    assertThatThrownBy(() -> CustodyChain.begin("0002", DIGESTS, old, Keys.NOW, "", ""))
        .isInstanceOf(BadCaseFile.class)
        .hasMessageContaining("valid from");
  }

  @Test
  void aChainThatWasCutStillFitsAndOnlyItsHeadTells() {
    book.take(book.offer("0001", POLICE, LABORATORY.id(), "", ""), LABORATORY);
    CustodyChain whole = reread();
    CustodyChain cut = CustodyChain.read("0001", List.of(whole.entries().get(0).line()), PEOPLE);
    assertThat(cut.holder()).isEqualTo(POLICE.id());
    assertThat(cut.head()).isNotEqualTo(whole.head());
  }

  /** Up to two takers at once, eight threads on thirty exhibits: one holder, and a valid chain. */
  @Test
  void ofManyWhoTakeAtOnceOneHoldsIt() throws Exception {
    List<String> items = IntStream.range(0, 30).mapToObj(i -> "1%02d".formatted(i)).toList();
    for (String item : items) {
      chains.put(CustodyChain.begin(item, DIGESTS, POLICE, Keys.NOW, "", ""));
    }
    List<Callable<Boolean>> acts = new ArrayList<>();
    for (String item : items) {
      for (Signatory taker : List.of(LABORATORY, COURT)) {
        Offer offer = book.offer(item, POLICE, taker.id(), "", "");
        acts.add(() -> tried(() -> book.take(offer, taker)));
        acts.add(() -> tried(() -> book.take(offer, taker)));
        acts.add(() -> tried(() -> book.refuse(offer, taker, "no")));
      }
      acts.add(() -> tried(() -> book.check(item, POLICE, DIGESTS, "")));
    }
    ExecutorService threads = Executors.newFixedThreadPool(8);
    int done = 0;
    try {
      for (Future<Boolean> act : threads.invokeAll(acts)) {
        done += act.get() ? 1 : 0;
      }
    } finally {
      threads.shutdown();
    }
    int entries = 0;
    for (String item : items) {
      CustodyChain chain = chains.chain(item);
      List<String> lines = chain.entries().stream().map(CustodyEntry::line).toList();
      CustodyChain reread = CustodyChain.read(item, lines, PEOPLE);
      assertThat(reread.head()).isEqualTo(chain.head());
      assertThat(PEOPLE.find(reread.holder())).isPresent();
      entries += chain.length() - 1;
    }
    assertThat(done).as("each act that was done is one entry").isEqualTo(entries);
    assertThat(done).isGreaterThanOrEqualTo(items.size());
  }

  private static boolean tried(Callable<CustodyChain> act) throws Exception {
    try {
      act.call();
      return true;
    } catch (BrokenChain e) {
      return false;
    }
  }
}
