package org.passerelle.partner.nodes.carriage;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.passerelle.outbox.Carriage;
import org.passerelle.outbox.MessagePut;
import org.passerelle.partner.nodes.trust.NodeRows;
import org.passerelle.partner.nodes.trust.PartnerNode;
import org.passerelle.storage.DatabaseThreads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Starts couriers for each node for which something is due: a few threads per node, so that a slow
 * or silent node delays no other, and no thread while nothing is due. Messages with different order
 * keys are sent in parallel; messages with the same key in order.
 */
@Component
class Couriers implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(Couriers.class);

  /** More nodes than a country has; a courier that gets no thread runs in the next round. */
  private static final int AT_ONCE = 64;

  /** While the other node processes one envelope, this one signs the next. */
  private static final int FOR_ONE_NODE = 4;

  private static final int CLOSING_SECONDS = 2;

  private final Carriage carriage;
  private final NodeRows nodes;
  private final Courier courier;
  private final KeptReceipts kept;
  private final Checks checks;
  private final ApplicationAvailability house;
  private final Map<UUID, Integer> under = new HashMap<>();
  private final AtomicInteger made = new AtomicInteger();
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          0, AT_ONCE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), this::thread);

  Couriers(
      Carriage carriage,
      NodeRows nodes,
      Courier courier,
      KeptReceipts kept,
      Checks checks,
      ApplicationAvailability house) {
    this.carriage = carriage;
    this.nodes = nodes;
    this.courier = courier;
    this.kept = kept;
    this.checks = checks;
    this.house = house;
  }

  private Thread thread(Runnable work) {
    Thread thread = new Thread(work, "courier-" + made.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void on(MessagePut put) {
    UUID node = put.node();
    if (node != null && open()) {
      send(node);
    }
  }

  @Scheduled(
      initialDelayString = "${schedule.partner.couriers.after}",
      fixedDelayString = "${schedule.partner.couriers.every}")
  void whenDue() {
    if (open()) {
      try {
        carriage.nodesWithMail().forEach(this::send);
        nodes.all().stream()
            .filter(PartnerNode::trusted)
            .filter(checks::due)
            .map(PartnerNode::id)
            .forEach(this::send);
      } catch (RuntimeException e) {
        LOG.warn("Couriers are paused until the next round.", e);
      }
    }
  }

  private boolean open() {
    return house.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC;
  }

  private void send(UUID node) {
    if (!begins(node)) {
      return;
    }
    try {
      threads.execute(() -> round(node));
    } catch (RejectedExecutionException full) {
      ends(node);
    }
  }

  private void round(UUID node) {
    try {
      // a courier that finds a message starts another, since there may be more
      courier.round(node, kept, () -> send(node));
      if (alone(node)) {
        checks.exchange(node);
      }
    } catch (RuntimeException e) {
      LOG.warn("The courier to node {} pauses until the next round.", node, e);
    } finally {
      ends(node);
    }
  }

  private boolean begins(UUID node) {
    synchronized (under) {
      int now = under.getOrDefault(node, 0);
      if (now == FOR_ONE_NODE) {
        return false;
      }
      under.put(node, now + 1);
      return true;
    }
  }

  private boolean alone(UUID node) {
    synchronized (under) {
      return under.getOrDefault(node, 0) == 1;
    }
  }

  private void ends(UUID node) {
    synchronized (under) {
      under.computeIfPresent(node, (id, now) -> now == 1 ? null : now - 1);
    }
  }

  /**
   * Lets couriers finish a change in progress. A courier that waits for a node's answer is
   * abandoned, and its message is sent again.
   */
  @Override
  public void destroy() {
    if (!DatabaseThreads.end(threads, CLOSING_SECONDS)) {
      LOG.info("Couriers are still under way; their messages will be sent again.");
    }
  }
}
