package org.passerelle.evidence.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.evidence.Certificates;
import org.passerelle.evidence.Departure;
import org.passerelle.evidence.Departure.Kind;
import org.passerelle.evidence.custody.BrokenChain;
import org.passerelle.evidence.custody.CustodyChain;
import org.passerelle.evidence.custody.CustodyEntry;

/**
 * Verifies each chain of custody against its rules and against the head pinned in the description.
 */
final class CustodyCheck {
  private final List<Departure> departures;
  private final Map<String, List<String>> lines = new LinkedHashMap<>();

  private CustodyCheck(List<Departure> departures) {
    this.departures = departures;
  }

  static void of(Described described, ReadContainer readContainer, List<Departure> departures) {
    CustodyCheck check = new CustodyCheck(departures);
    check.part(readContainer.text(Composition.CUSTODY));
    Certificates people;
    try {
      people = Certificates.read(readContainer.text(Composition.CERTIFICATES));
    } catch (IllegalArgumentException e) {
      departures.add(
          new Departure(Kind.CHAIN, Composition.CERTIFICATES, String.valueOf(e.getMessage())));
      people = Certificates.of(List.of());
    }
    for (Described.Listed listed : described.exhibits().values()) {
      if (listed.included()) {
        check.chain(listed, people);
      }
    }
    check.lines.keySet().stream()
        .filter(
            item ->
                !described.exhibits().containsKey(item)
                    || !described.exhibits().get(item).included())
        .forEach(item -> check.say(Kind.ADDED, item, "custody of an exhibit that is missing."));
  }

  private void part(String text) {
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      if (line.isEmpty()) {
        continue;
      }
      try {
        String item = CustodyEntry.read(line).statement().item();
        lines.computeIfAbsent(item, key -> new ArrayList<>()).add(line);
      } catch (IllegalArgumentException e) {
        departures.add(
            new Departure(
                Kind.CHAIN, Composition.CUSTODY, "line %d: %s.".formatted(number, e.getMessage())));
      }
    }
  }

  private void chain(Described.Listed listed, Certificates people) {
    String item = listed.number();
    List<String> of = lines.getOrDefault(item, List.of());
    if (of.isEmpty()) {
      say(
          Kind.CHAIN_CUT,
          item,
          "there is no custody; %d entries are pinned.".formatted(listed.entries()));
      return;
    }
    CustodyChain chain;
    try {
      chain = CustodyChain.read(item, of, people);
    } catch (BrokenChain e) {
      say(Kind.CHAIN, item, String.valueOf(e.getMessage()));
      return;
    }
    if (chain.length() < listed.entries()) {
      say(
          Kind.CHAIN_CUT,
          item,
          "the chain ends after %d of %d entries.".formatted(chain.length(), listed.entries()));
    } else if (chain.length() != listed.entries() || !chain.head().equals(listed.head())) {
      say(Kind.CHAIN, item, "its chain ends with an entry other than the pinned one.");
    } else if (!chain.holder().equals(listed.holder())) {
      say(Kind.MANIFEST, item, "the holder in the description differs from its chain.");
    }
    if (!chain.digests().equals(listed.digests())) {
      say(Kind.MANIFEST, item, "the bytes taken in differ from those in the description.");
    }
  }

  private void say(Kind kind, String item, String sentence) {
    departures.add(new Departure(kind, "exhibit " + item, sentence));
  }
}
