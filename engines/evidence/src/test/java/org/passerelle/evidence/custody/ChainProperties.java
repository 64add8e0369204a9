package org.passerelle.evidence.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.passerelle.evidence.Certificates;
import org.passerelle.evidence.Chains;
import org.passerelle.evidence.Digests;
import org.passerelle.evidence.Keys;
import org.passerelle.evidence.Signatory;

/** What holds of every chain, whoever did what in whatever order. */
class ChainProperties {
  private static final Digests DIGESTS = new Digests(3, "a".repeat(64), "b".repeat(128));
  private static final List<Signatory> OFFICES =
      List.of(Keys.of("One"), Keys.of("Two"), Keys.of("Three"));
  private static final Certificates PEOPLE =
      Certificates.of(OFFICES.stream().map(Signatory::certificate).toList());

  /** Each act names giver, taker and what the taker does; those that cannot be are refused. */
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
}
