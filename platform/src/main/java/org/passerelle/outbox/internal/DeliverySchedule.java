package org.passerelle.outbox.internal;

import org.passerelle.outbox.Deliveries;
import org.passerelle.outbox.MessagePut;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Delivers right after a commit, and every few seconds what could not be delivered before. Starts
 * only when the server is open, so that messages created while filling a demonstration are
 * delivered in the demonstration's own order.
 */
@Component
class DeliverySchedule {
  private static final Logger LOG = LoggerFactory.getLogger(DeliverySchedule.class);
  private final Deliveries deliveries;
  private final TaskExecutor executor;
  private final ApplicationAvailability house;

  DeliverySchedule(
      Deliveries deliveries,
      @Qualifier("applicationTaskExecutor") TaskExecutor executor,
      ApplicationAvailability house) {
    this.deliveries = deliveries;
    this.executor = executor;
    this.house = house;
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void on(MessagePut put) {
    executor.execute(this::deliver);
  }

  @Scheduled(
      initialDelayString = "${schedule.outbox.deliveries.after}",
      fixedDelayString = "${schedule.outbox.deliveries.every}")
  void deliver() {
    if (house.getReadinessState() != ReadinessState.ACCEPTING_TRAFFIC) {
      return;
    }
    try {
      deliveries.deliverDue();
    } catch (RuntimeException e) {
      LOG.warn("Deliveries are paused until the next round.", e);
    }
  }
}
