package org.passerelle.understand.estimation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.estimation.Study;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Identifiers;
import org.passerelle.work.BackgroundWork;
import org.passerelle.work.Order;
import org.passerelle.work.Progress;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Studies that estimate how many people there are. Analysts request them and sign an assessment of
 * their assumptions; users who steer read the signed ones.
 */
@Service
public class Studies {
  /** The kind of background work that runs a study. */
  public static final String WORK = "estimation.study";

  /** The kind of background work that repeats one. */
  public static final String REPEAT = "estimation.repeat";

  private static final String AT = "/understand/estimation";
  private static final int SHOWN = 100;
  private final StudyRows rows;
  private final StudyRun run;
  private final BackgroundWork work;
  private final AuditLog audit;
  private final Identifiers identifiers;
  private final TransactionTemplate transaction;

  Studies(
      StudyRows rows,
      StudyRun run,
      BackgroundWork work,
      AuditLog audit,
      Identifiers identifiers,
      PlatformTransactionManager transactions) {
    this.rows = rows;
    this.run = run;
    this.work = work;
    this.audit = audit;
    this.identifiers = identifiers;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Requests a study.
   *
   * @return identifier of the background work
   */
  @Transactional
  public UUID ask(StudyRequest wish, SignedIn who) {
    UUID id = identifiers.next();
    UUID started =
        work.start(Order.forADay(WORK, AT), progress -> carryOut(id, wish, who, progress), who);
    rows.insert(id, wish, started, who);
    audit.write(who, "study.asked", "study", id, detail(wish));
    return started;
  }

  private static Map<String, String> detail(StudyRequest wish) {
    Map<String, String> detail = new TreeMap<>();
    detail.put("basis", wish.basis());
    detail.put("from", wish.scope().from().toString());
    detail.put("until", wish.scope().until().toString());
    detail.put("countries", String.join(",", wish.scope().countries()));
    detail.put("forms", String.join(",", wish.scope().forms()));
    detail.put("decided", String.valueOf(wish.scope().decided()));
    detail.put("grouping", wish.grouping());
    return detail;
  }

  private void carryOut(UUID id, StudyRequest wish, SignedIn who, Progress progress) {
    StudyResult result = run.run(id, wish, who, progress);
    transaction.executeWithoutResult(
        status -> {
          rows.done(id, who.organisation(), Study.VERSION, result, run.digest(result));
          audit.write(who, "study.done", "study", id, Map.of("table", result.table().digest()));
        });
    progress.leadTo(AT + "/" + id);
  }

  /**
   * A study that the user may see.
   *
   * @throws NotFound if there is none
   */
  @Transactional(readOnly = true)
  public StoredStudy find(UUID id, SignedIn who) {
    return rows.find(id, who.organisation())
        .filter(study -> sees(study, who))
        .orElseThrow(NotFound::new);
  }

  /** The newest studies that the user may see. */
  @Transactional(readOnly = true)
  public List<StoredStudy> newest(SignedIn who) {
    return rows.newest(who.organisation(), SHOWN).stream().filter(s -> sees(s, who)).toList();
  }

  private static boolean sees(StoredStudy study, SignedIn who) {
    return who.is(Role.ANALYST) || study.signed() != null;
  }

  /**
   * Signs the assessment of a study; possible once.
   *
   * @throws Refused if it is signed already, or the result has changed since the page was opened
   */
  @Transactional
  public void sign(UUID id, Signature signature, SignedIn who) {
    if (find(id, who).outcome() == null) {
      throw new NotFound();
    }
    if (!rows.sign(id, signature, who)) {
      throw new Refused("estimation.refused.signed");
    }
    audit.write(who, "study.signed", "study", id, Map.of("result", signature.result()));
  }

  /**
   * Repeats the computation on the stored table with the same seed.
   *
   * @return identifier of the background work
   */
  @Transactional
  public UUID repeat(UUID id, SignedIn who) {
    StoredStudy study = find(id, who);
    StoredStudy.Outcome outcome = study.outcome();
    if (outcome == null) {
      throw new NotFound();
    }
    return work.start(
        Order.forADay(REPEAT, AT + "/" + id),
        progress -> {
          String digest = run.repeat(outcome.result(), study.wish(), progress);
          boolean same = digest.equals(outcome.digest());
          transaction.executeWithoutResult(
              status -> {
                rows.repeated(id, Study.VERSION, digest, same, who);
                audit.write(
                    who, "study.repeated", "study", id, Map.of("same", String.valueOf(same)));
              });
          progress.leadTo(AT + "/" + id);
        },
        who);
  }
}
