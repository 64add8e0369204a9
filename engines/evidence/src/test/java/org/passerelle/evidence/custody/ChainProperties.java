package org.passerelle.evidence.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.passerelle.evidence.Certificates;
import org.passerelle.evidence.Chains;
import org.passerelle.evidence.Digests;
import org.passerelle.evidence.Keys;
import org.passerelle.evidence.Signatory;

/** Invariants of every chain, for any sequence of acts. */
@Tag("long")
class ChainProperties {
  private static final Digests DIGESTS = new Digests(3, "a".repeat(64), "b".repeat(128));
  private static final List<Signatory> OFFICES =
      List.of(Keys.of("One"), Keys.of("Two"), Keys.of("Three"));
  private static final Certificates PEOPLE =
      Certificates.of(OFFICES.stream().map(Signatory::certificate).toList());

  /** Each act names giver, taker and what the taker does; impossible ones are rejected. */
  @Property(tries = 60)
  void theHolderIsWhoTookItLast(
      @ForAll @Size(max = 12) List<@IntRange(max = 26) Integer> acts, @ForAll int at) {
    Chains chains = new Chains();
    chains.put(CustodyChain.begin("1", DIGESTS, OFFICES.get(0), Keys.NOW, "", ""));
    CustodyBook book = new CustodyBook(chains, PEOPLE, Clock.fixed(Keys.NOW, ZoneOffset.UTC));
    String holder = OFFICES.get(0).id();
    for (int act : acts) {
      Signatory giver = OFFICES.get(act % 3);
      Signatory taker = OFFICES.get(act / 3 % 3);
      try {
        Offer offer = book.offer("1", giver, taker.id(), "", "");
        if (act / 9 == 0) {
          book.take(offer, taker);
          holder = taker.id();
        } else if (act / 9 == 1) {
          book.refuse(offer, taker, "");
        }
      } catch (BrokenChain e) {
        assertThat(giver.id().equals(holder) && !taker.id().equals(holder)).isFalse();
      }
      assertThat(chains.chain("1").holder()).isEqualTo(holder);
    }
    List<String> lines = chains.chain("1").entries().stream().map(CustodyEntry::line).toList();
    assertThat(CustodyChain.read("1", lines, PEOPLE).head()).isEqualTo(chains.chain("1").head());
    if (lines.size() > 1) {
      List<String> without = new ArrayList<>(lines);
      without.remove(Math.floorMod(at, lines.size() - 1));
      assertThatThrownBy(() -> CustodyChain.read("1", without, PEOPLE))
          .isInstanceOf(BrokenChain.class);
    }
  }

  /**
   * The same acts by four threads in parallel, in any order: each accepted act is one entry, the
   * chain is valid, and its holder is the last taker.
   */
  @Property(tries = 25)
  void actsAtOnceMakeOneChain(
      @ForAll @Size(min = 4, max = 24) List<@IntRange(max = 26) Integer> acts) throws Exception {
    Chains chains = new Chains();
    chains.put(CustodyChain.begin("1", DIGESTS, OFFICES.get(0), Keys.NOW, "", ""));
    CustodyBook book = new CustodyBook(chains, PEOPLE, Clock.fixed(Keys.NOW, ZoneOffset.UTC));
    ExecutorService threads = Executors.newFixedThreadPool(4);
    int done = 0;
    try {
      List<Future<Boolean>> all = new ArrayList<>();
      for (int act : acts) {
        all.add(threads.submit(() -> acted(book, act)));
      }
      for (Future<Boolean> one : all) {
        done += one.get() ? 1 : 0;
      }
    } finally {
      threads.shutdown();
    }
    CustodyChain chain = chains.chain("1");
    List<String> lines = chain.entries().stream().map(CustodyEntry::line).toList();
    assertThat(CustodyChain.read("1", lines, PEOPLE).head()).isEqualTo(chain.head());
    assertThat(chain.length() - 1).isEqualTo(done);
    String last = OFFICES.get(0).id();
    for (CustodyEntry entry : chain.entries()) {
      last = entry.statement().act() == Act.HANDOVER ? entry.statement().to() : last;
    }
    assertThat(chain.holder()).isEqualTo(last);
  }

  /** Whether it was possible; callers learn only that it was not. */
  private static boolean acted(CustodyBook book, int act) {
    Signatory giver = OFFICES.get(act % 3);
    Signatory taker = OFFICES.get(act / 3 % 3);
    try {
      if (act / 9 == 2) {
        book.check("1", giver, DIGESTS, "");
        return true;
      }
      Offer offer = book.offer("1", giver, taker.id(), "", "");
      if (act / 9 == 0) {
        book.take(offer, taker);
      } else {
        book.refuse(offer, taker, "");
      }
      return true;
    } catch (BrokenChain e) {
      return false;
    }
  }
}
