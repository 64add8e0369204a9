package org.passerelle.prosecute.courtfile;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.evidence.Content;
import org.passerelle.evidence.SealedCaseFile;
import org.passerelle.prosecute.exhibit.ExhibitsForFile;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.passerelle.prosecute.investigation.InvestigationSight;
import org.passerelle.prosecute.signing.OrganisationSeal;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.work.BackgroundWork;
import org.passerelle.work.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Case files of an investigation, compiled and saved by prosecutors of its team, listed for all of
 * the team. What was sealed is kept, the bytes of exhibits are not kept twice (decision 0152). Safe
 * for concurrent use.
 */
@Service
public class CourtFiles {
  /** The kind of background work that compiles one. */
  public static final String WORK = "courtfile.compile";

  private final CourtFileRows rows;
  private final CourtFileRun run;
  private final ExhibitsForFile exhibits;
  private final OrganisationSeal seals;
  private final BackgroundWork work;
  private final InvestigationSight sight;
  private final InvestigationRecord records;
  private final TransactionTemplate together;

  CourtFiles(
      CourtFileRows rows,
      CourtFileRun run,
      ExhibitsForFile exhibits,
      OrganisationSeal seals,
      BackgroundWork work,
      InvestigationSight sight,
      InvestigationRecord records,
      PlatformTransactionManager transactions) {
    this.rows = rows;
    this.run = run;
    this.exhibits = exhibits;
    this.seals = seals;
    this.work = work;
    this.sight = sight;
    this.records = records;
    this.together = new TransactionTemplate(transactions);
  }

  /** Path of an investigation's case files. */
  public static String at(UUID investigation) {
    return "/prosecute/investigations/" + investigation + "/case-files";
  }

  /** Newest first; the caller has opened the investigation, which is logged. */
  @Transactional(readOnly = true)
  public List<CourtFile> of(UUID investigation, SignedIn who) {
    sight.check(investigation, who);
    return rows.of(investigation);
  }

  /**
   * One of them.
   *
   * @throws NotFound if the investigation has no such case file
   */
  @Transactional(readOnly = true)
  public CourtFile find(UUID investigation, UUID file, SignedIn who) {
    return of(investigation, who).stream()
        .filter(one -> one.id().equals(file))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /**
   * Starts compiling. What can be refused without reading an exhibit is refused here.
   *
   * @return identifier of the work
   * @throws NotFound if the user is no prosecutor of the team
   * @throws Refused if there is no seal, or no case file may be made of the exhibits
   */
  @Transactional
  public UUID compile(UUID investigation, CourtFile.Draft draft, SignedIn who) {
    sight.checkLeads(investigation, who);
    records.check(Map.of("title", draft.title(), "reference", draft.reference()), who);
    seals.signatory(who);
    run.plan(investigation, draft, who);
    records.log(
        investigation, "courtfile.asked", Map.of("exhibits", "" + draft.exhibits().size()), who);
    return work.start(
        Order.forADay(WORK, at(investigation)),
        progress -> run.run(investigation, draft, who, progress),
        who);
  }

  /** A container to be saved. */
  public record Saved(CourtFile file, InputStream bytes) {}

  /**
   * The container, the same every time; the access is logged. Every exhibit is measured first, in
   * no transaction of that length.
   *
   * @throws NotFound if the user is no prosecutor of the team
   * @throws Refused if an exhibit departs from its intake
   */
  public Saved save(UUID investigation, UUID file, SignedIn who) throws IOException {
    CourtFile one =
        together.execute(
            transaction -> {
              sight.checkLeads(investigation, who);
              CourtFile found = find(investigation, file, who);
              records.log(
                  investigation,
                  "courtfile.saved",
                  Map.of("subject", file.toString(), "version", found.version().word()),
                  who);
              return found;
            });
    SealedCaseFile sealed = rows.sealed(file).orElseThrow(NotFound::new);
    Map<String, Content> there = exhibits.contents(investigation, who);
    Map<String, Content> watched = new HashMap<>();
    for (SealedCaseFile.Part part : sealed.parts()) {
      Content content = there.get(part.number());
      if (content == null) {
        throw new Refused("courtfile.refused.departs", part.number());
      }
      watched.put(
          part.number(), new WatchedContent(part.number(), part.digests(), content, read -> {}));
    }
    for (Content content : watched.values()) {
      try (InputStream in = content.open()) {
        in.transferTo(OutputStream.nullOutputStream());
      }
    }
    return new Saved(one, sealed.open(watched::get));
  }
}
