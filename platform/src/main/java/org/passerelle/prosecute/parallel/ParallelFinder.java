package org.passerelle.prosecute.parallel;

import java.util.Set;
import java.util.UUID;
import org.passerelle.prosecute.charge.ChargeOutlines;
import org.passerelle.prosecute.investigation.InvestigationOutlines;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.passerelle.prosecute.suspect.SuspectErased;
import org.passerelle.storage.NamedLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks for the same suspect elsewhere once a charge is brought, a number is added or a decision is
 * final, and tells both sides. It does so after the change, in a transaction of its own: while
 * somebody writes in one investigation, nothing waits for somebody who writes in another. What a
 * killed process has missed is found by a recurring task.
 */
@Component
class ParallelFinder {
  static final String POSITION = "parallel.position";
  private static final Logger LOG = LoggerFactory.getLogger(ParallelFinder.class);
  private static final Set<String> LOOK =
      Set.of("charge.brought", "suspect.trait", "outcome.final");
  private final ParallelRows rows;
  private final ParallelRules rules;
  private final ChargeOutlines charges;
  private final InvestigationOutlines outlines;
  private final InvestigationRecord records;
  private final NamedLock lock;
  private final TransactionTemplate alone;

  ParallelFinder(
      ParallelRows rows,
      ParallelRules rules,
      ChargeOutlines charges,
      InvestigationOutlines outlines,
      InvestigationRecord records,
      NamedLock lock,
      PlatformTransactionManager transactions) {
    this.rows = rows;
    this.rules = rules;
    this.charges = charges;
    this.outlines = outlines;
    this.records = records;
    this.lock = lock;
    this.alone = new TransactionTemplate(transactions);
    alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void on(InvestigationRecord.Happened happened) {
    UUID subject = happened.subject();
    if (LOOK.contains(happened.kind())) {
      orSay(() -> look(happened.investigation()));
    } else if (happened.kind().equals(POSITION) && subject != null) {
      orSay(() -> tell(subject, happened.investigation()));
    }
  }

  private void orSay(Runnable work) {
    try {
      alone.executeWithoutResult(status -> work.run());
    } catch (RuntimeException e) {
      LOG.warn("Investigations of the same suspect could not be looked for; retrying later.", e);
    }
  }

  @Scheduled(
      initialDelayString = "${schedule.prosecute.parallels.after}",
      fixedDelayString = "${schedule.prosecute.parallels.every}")
  void runOnSchedule() {
    charges.investigations().forEach(one -> orSay(() -> look(one)));
  }

  private void look(UUID investigation) {
    lock.acquire("parallel investigations");
    rules
        .of(investigation)
        .forEach(
            overlap -> {
              ParallelRows.Side own = new ParallelRows.Side(overlap.suspect(), investigation);
              ParallelRows.Side other =
                  new ParallelRows.Side(overlap.other().suspect(), overlap.other().investigation());
              rows.found(own, other, overlap.judged())
                  .ifPresent(
                      matter -> {
                        write(own.investigation(), "parallel.found", matter);
                        write(other.investigation(), "parallel.found", matter);
                      });
            });
  }

  private void write(UUID investigation, String kind, UUID matter) {
    records.writeByHouse(investigation, outlines.organisation(investigation), kind, "", matter);
  }

  /** The other side reads that something was said. */
  private void tell(UUID matter, UUID investigation) {
    rows.find(matter)
        .ifPresent(
            pair ->
                write(pair.besides(investigation).investigation(), "parallel.answered", matter));
  }

  @EventListener
  void on(SuspectErased erased) {
    rows.forget(erased.suspect());
  }
}
