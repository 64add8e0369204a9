package org.passerelle.prosecute.hit;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.passerelle.prosecute.investigation.InvestigationOutlines;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.passerelle.prosecute.suspect.SuspectErased;
import org.passerelle.prosecute.suspect.SuspectsBetweenOffices;
import org.passerelle.prosecute.suspect.SuspectsBetweenOffices.Same;
import org.passerelle.storage.NamedLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Answers the questions that wait, all in one run, so that the time until an answer says nothing
 * about it. Each is answered in a transaction of its own: one that fails waits for the next run and
 * holds up no other.
 */
@Component
class OfficeHitFinder {
  private static final Logger LOG = LoggerFactory.getLogger(OfficeHitFinder.class);
  private final OfficeHitRows rows;
  private final SuspectsBetweenOffices suspects;
  private final InvestigationOutlines outlines;
  private final InvestigationRecord records;
  private final NamedLock lock;
  private final TransactionTemplate alone;

  OfficeHitFinder(
      OfficeHitRows rows,
      SuspectsBetweenOffices suspects,
      InvestigationOutlines outlines,
      InvestigationRecord records,
      NamedLock lock,
      PlatformTransactionManager transactions) {
    this.rows = rows;
    this.suspects = suspects;
    this.outlines = outlines;
    this.records = records;
    this.lock = lock;
    this.alone = new TransactionTemplate(transactions);
    alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  @Scheduled(
      initialDelayString = "${schedule.prosecute.hits.after}",
      fixedDelayString = "${schedule.prosecute.hits.every}")
  void answerAll() {
    OffsetDateTime at = records.now();
    for (OfficeHitRows.Waiting one : rows.waiting()) {
      try {
        alone.executeWithoutResult(status -> answer(one, at));
      } catch (RuntimeException e) {
        LOG.warn("The question {} could not be answered; retrying later.", one.id(), e);
      }
    }
  }

  private void answer(OfficeHitRows.Waiting one, OffsetDateTime at) {
    lock.acquire("hits between offices");
    if (rows.answered(one.id(), at)) {
      write(one.investigation(), "hit.answered", one.id());
      suspects.of(one.suspect()).forEach(same -> found(one, same));
    }
  }

  private void found(OfficeHitRows.Waiting one, Same same) {
    rows.found(
            new OfficeHitRows.Side(one.suspect(), one.investigation(), false),
            new OfficeHitRows.Side(same.suspect(), same.investigation(), false))
        .ifPresent(
            hit -> {
              write(one.investigation(), "hit.found", hit);
              write(same.investigation(), "hit.found", hit);
            });
  }

  private void write(UUID investigation, String kind, UUID subject) {
    records.writeByHouse(investigation, outlines.organisation(investigation), kind, "", subject);
  }

  @EventListener
  void on(SuspectErased erased) {
    rows.forget(erased.suspect());
  }
}
