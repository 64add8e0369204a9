package org.passerelle.prosecute.exhibit;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.evidence.Signatory;
import org.passerelle.evidence.custody.CustodyChain;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.passerelle.prosecute.investigation.InvestigationSight;
import org.passerelle.prosecute.signing.OfficerKeys;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in an exhibit: its chain of custody begins with a signed line that names its digests. */
@Service
public class ExhibitIntake {
  private static final String BYTES = "application/octet-stream";
  private final ExhibitRows rows;
  private final CustodyStore store;
  private final Captures captures;
  private final ExpectedContent expected;
  private final OfficerKeys keys;
  private final InvestigationSight sight;
  private final InvestigationRecord records;
  private final Clock clock;

  ExhibitIntake(
      ExhibitRows rows,
      CustodyStore store,
      Captures captures,
      ExpectedContent expected,
      OfficerKeys keys,
      InvestigationSight sight,
      InvestigationRecord records,
      Clock clock) {
    this.rows = rows;
    this.store = store;
    this.captures = captures;
    this.expected = expected;
    this.keys = keys;
    this.sight = sight;
    this.records = records;
    this.clock = clock;
  }

  /**
   * Takes in a file that has arrived.
   *
   * @param asItIs whether a PDF with a problem is taken in as bytes of no known type: what was
   *     seized may be hostile
   * @throws NotFound if the file is not there, or no longer
   * @throws Refused if it was taken in meanwhile, the file has a problem or is not what was written
   *     down when a page was saved, or the user has no key
   */
  @Transactional
  public void takeIn(
      UUID investigation,
      UUID exhibit,
      UUID upload,
      boolean asItIs,
      CustodyWords words,
      SignedIn who) {
    sight.checkOpen(investigation, who);
    Exhibit one = rows.find(investigation, exhibit).orElseThrow(NotFound::new);
    rows.hold(exhibit);
    if (rows.find(investigation, exhibit).orElseThrow(NotFound::new).held()) {
      throw new Refused("exhibit.refused.taken-in");
    }
    Arrived file =
        rows.arrived(exhibit).stream()
            .filter(arrived -> arrived.id().equals(upload))
            .findFirst()
            .orElseThrow(NotFound::new);
    boolean plain = file.problem() != null;
    if (plain && !asItIs) {
      throw new Refused("exhibit.refused.problem").at("as_it_is");
    }
    Optional<String> departs = captures.departure(exhibit, file);
    if (departs.isPresent()) {
      throw new Refused("capture.refused." + departs.get());
    }
    if (expected.of(exhibit).filter(other -> !other.equals(file.digests())).isPresent()) {
      throw new Refused("joint.refused.digests");
    }
    records.check(words.texts(), who);
    Signatory taker = keys.newest(who);
    store.begin(
        exhibit,
        CustodyChain.begin(
            one.number(),
            file.digests(),
            taker,
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            words.place(),
            words.reason()));
    // a case file refuses whatever calls itself a PDF and is none that a court can open
    boolean misleads = plain && FileNames.isPdf(file.fileName());
    String name = misleads ? file.fileName() + ".bin" : file.fileName();
    String type = plain ? BYTES : file.mediaType();
    if (!rows.takeIn(exhibit, file, new Arrived.Name(name), type, taker.id())) {
      throw new Refused("exhibit.refused.taken-in");
    }
    records.write(
        investigation,
        "exhibit.taken-in",
        one.number(),
        exhibit,
        Map.of("sha256", file.digests().sha256()),
        who);
  }
}
