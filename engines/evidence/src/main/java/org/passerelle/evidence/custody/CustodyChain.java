package org.passerelle.evidence.custody;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.passerelle.evidence.Certificates;
import org.passerelle.evidence.Digests;
import org.passerelle.evidence.Signatory;

/**
 * The entries of one exhibit, each carrying the hash of the one before. At every moment one person
 * holds the exhibit. A chain that was cut at its end still fits: only its {@link #head}, kept
 * elsewhere, tells. Immutable.
 */
public final class CustodyChain {
  private final String item;
  private final List<CustodyEntry> entries;

  private CustodyChain(String item, List<CustodyEntry> entries) {
    this.item = item;
    this.entries = List.copyOf(entries);
  }

  /** Begins a chain: the exhibit is taken in. */
  public static CustodyChain begin(
      String item, Digests digests, Signatory taker, Instant at, String place, String reason) {
    taker.refuseOutside(at);
    Statement intake =
        new Statement(
            item, 1, CustodyEntry.NONE, Act.INTAKE, at, "", taker.id(), place, reason, digests);
    return new CustodyChain(item, List.of(CustodyEntry.sign(intake, taker)));
  }

  /**
   * Reads a chain and checks every entry; throws {@link BrokenChain} at the first that is wrong.
   */
  public static CustodyChain read(String item, List<String> lines, Certificates known) {
    CustodyChain chain = new CustodyChain(item, List.of());
    for (String line : lines) {
      chain = chain.with(parse(item, chain.length() + 1L, line), known);
    }
    if (chain.entries.isEmpty()) {
      throw new BrokenChain(item, 1, "there is none.");
    }
    return chain;
  }

  private static CustodyEntry parse(String item, long number, String line) {
    try {
      return CustodyEntry.read(line);
    } catch (IllegalArgumentException e) {
      throw new BrokenChain(item, number, e.getMessage() + ".");
    }
  }

  /** The chain with one more entry, if it fits. */
  public CustodyChain with(CustodyEntry entry, Certificates known) {
    Statement said = entry.statement();
    long number = entries.size() + 1L;
    refuseUnless(said.item().equals(item), number, "it speaks of exhibit " + said.item() + ".");
    refuseUnless(said.number() == number, number, "it calls itself " + said.number() + ".");
    refuseUnless(said.previous().equals(head()), number, "it does not follow the entry before it.");
    boolean first = entries.isEmpty();
    refuseUnless(
        first == (said.act() == Act.INTAKE), number, "a chain has one intake, and begins with it.");
    if (!first) {
      refuseUnless(
          said.from().equals(holder()),
          number,
          "who gives it is not who held it, %s.".formatted(holder()));
      refuseUnless(
          !said.at().isBefore(last().at()), number, "it is older than the entry before it.");
      refuseUnless(
          said.act() != Act.CHECK || said.to().equals(said.from()),
          number,
          "it was measured by somebody else than its holder.");
      Digests digests = said.digests();
      refuseUnless(
          digests == null || digests.equals(digests()), number, "it measured something else.");
    }
    Set<String> signatories = signatories(said);
    for (String id : signatories) {
      entry
          .unsignedBy(id, known)
          .ifPresent(
              why -> {
                throw new BrokenChain(item, number, why);
              });
    }
    refuseUnless(
        entry.signatures() == signatories.size(), number, "others have signed it as well.");
    List<CustodyEntry> longer = new ArrayList<>(entries);
    longer.add(entry);
    return new CustodyChain(item, longer);
  }

  private static Set<String> signatories(Statement said) {
    Set<String> ids = new TreeSet<>(Set.of(said.to()));
    if (said.act() == Act.HANDOVER || said.act() == Act.CHECK) {
      ids.add(said.from());
    }
    return ids;
  }

  private void refuseUnless(boolean holds, long number, String why) {
    if (!holds) {
      throw new BrokenChain(item, number, why);
    }
  }

  private Statement last() {
    return entries.get(entries.size() - 1).statement();
  }

  /** Number of the exhibit. */
  public String item() {
    return item;
  }

  /** How many entries. */
  public int length() {
    return entries.size();
  }

  /** All, the first one first. */
  public List<CustodyEntry> entries() {
    return entries;
  }

  /** Hash of the last entry: what a manifest pins. */
  public String head() {
    return entries.isEmpty() ? CustodyEntry.NONE : entries.get(entries.size() - 1).hash();
  }

  /** Who holds the exhibit: the name of a certificate. */
  public String holder() {
    for (int i = entries.size() - 1; i > 0; i--) {
      Statement said = entries.get(i).statement();
      if (said.act() == Act.HANDOVER) {
        return said.to();
      }
    }
    return entries.get(0).statement().to();
  }

  /** What was measured at intake. */
  public Digests digests() {
    Digests digests = entries.get(0).statement().digests();
    if (digests == null) {
      throw new IllegalStateException("An intake without digests: " + item);
    }
    return digests;
  }
}
