package org.passerelle.prosecute.exhibit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.evidence.Certificates;
import org.passerelle.evidence.Content;
import org.passerelle.evidence.custody.BrokenChain;
import org.passerelle.evidence.custody.CustodyChain;
import org.passerelle.evidence.custody.CustodyEntry;
import org.passerelle.prosecute.investigation.InvestigationSight;
import org.passerelle.prosecute.signing.OfficerKeys;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Exhibits as a case file takes them: with their custody, and their bytes to be streamed. */
@Service
public class ExhibitsForFile {
  private final ExhibitRows rows;
  private final ExhibitPieces pieces;
  private final CustodyStore store;
  private final OfficerKeys keys;
  private final InvestigationSight sight;

  ExhibitsForFile(
      ExhibitRows rows,
      ExhibitPieces pieces,
      CustodyStore store,
      OfficerKeys keys,
      InvestigationSight sight) {
    this.rows = rows;
    this.pieces = pieces;
    this.store = store;
    this.keys = keys;
    this.sight = sight;
  }

  /**
   * An exhibit that was taken in.
   *
   * @param taken its content, as it was measured then
   * @param content its bytes as they are now
   */
  public record Ready(Exhibit exhibit, Exhibit.Taken taken, CustodyChain chain, Content content) {}

  /**
   * Those that were taken in, by number; every chain is verified. The caller logs what becomes of
   * them.
   *
   * @throws Refused if a chain was altered
   */
  @Transactional(readOnly = true)
  public List<Ready> of(UUID investigation, SignedIn who) {
    sight.check(investigation, who);
    List<Ready> ready = new ArrayList<>();
    for (Exhibit one : rows.of(investigation)) {
      Exhibit.Taken taken = one.taken();
      if (taken != null) {
        Content content = pieces.content(one.id(), taken.upload(), taken.pieces());
        ready.add(new Ready(one, taken, chain(one), content));
      }
    }
    return ready;
  }

  private CustodyChain chain(Exhibit one) {
    try {
      return store.chain(one.number());
    } catch (BrokenChain broken) {
      throw new Refused("courtfile.refused.chain", one.number());
    }
  }

  /** Certificates of all who signed in some chains. */
  @Transactional(readOnly = true)
  public Certificates certificates(List<CustodyChain> chains) {
    Set<String> named = new LinkedHashSet<>();
    for (CustodyChain chain : chains) {
      for (CustodyEntry entry : chain.entries()) {
        named.add(entry.statement().from());
        named.add(entry.statement().to());
      }
    }
    return keys.certificates(named);
  }

  /** Bytes of those that were taken in, by number. The caller logs what becomes of them. */
  @Transactional(readOnly = true)
  public Map<String, Content> contents(UUID investigation, SignedIn who) {
    sight.check(investigation, who);
    Map<String, Content> contents = new HashMap<>();
    for (Exhibit one : rows.of(investigation)) {
      Exhibit.Taken taken = one.taken();
      if (taken != null) {
        contents.put(one.number(), pieces.content(one.id(), taken.upload(), taken.pieces()));
      }
    }
    return contents;
  }
}
