package org.passerelle.protect.identity.elsewhere;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Processes rounds, questions and answers every few seconds, with a thread for each node, because a
 * large set takes minutes and must delay neither the rest of the system nor other partners.
 */
@Component
class QuestionProcessing implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(QuestionProcessing.class);
  private static final int CLOSING_SECONDS = 2;

  /** Maximum number of nodes processed at a time; others follow in the next run. */
  private static final int AT_ONCE = 64;

  private final DaySecrets secrets;
  private final DuePairs due;
  private final AskerRounds asker;
  private final QuestionSending sending;
  private final SetOffers offers;
  private final Comparing comparing;
  private final Answers answers;
  private final ApplicationAvailability house;
  private final AtomicBoolean under = new AtomicBoolean();
  private final Set<String> busy = ConcurrentHashMap.newKeySet();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(work -> daemon(work, "known-elsewhere"));
  private final ExecutorService nodes =
      new ThreadPoolExecutor(
          0,
          AT_ONCE,
          10,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          work -> daemon(work, "known-elsewhere-node"));

  QuestionProcessing(
      DaySecrets secrets,
      DuePairs due,
      AskerRounds asker,
      QuestionSending sending,
      SetOffers offers,
      Comparing comparing,
      Answers answers,
      ApplicationAvailability house) {
    this.secrets = secrets;
    this.due = due;
    this.asker = asker;
    this.sending = sending;
    this.offers = offers;
    this.comparing = comparing;
    this.answers = answers;
    this.house = house;
  }

  private static Thread daemon(Runnable work, String name) {
    Thread made = new Thread(work, name);
    made.setDaemon(true);
    return made;
  }

  @Scheduled(
      initialDelayString = "${schedule.protect.questions.after}",
      fixedDelayString = "${schedule.protect.questions.every}")
  void whenDue() {
    if (house.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC
        && under.compareAndSet(false, true)) {
      try {
        thread.execute(this::round);
      } catch (RejectedExecutionException closing) {
        under.set(false);
      }
    }
  }

  private void round() {
    try {
      step("forget", secrets::forgetOld);
      step("end", () -> due.endOver(asker.today()));
      step("share out", () -> due.byNode(asker.today()).forEach(this::send));
      step("answer", answers::send);
    } finally {
      under.set(false);
    }
  }

  /** Starts the work for a node on its thread, unless that is still busy. */
  private void send(String node, DuePairs.Due work) {
    if (!busy.add(node)) {
      return;
    }
    try {
      nodes.execute(
          () -> {
            try {
              work(work);
            } finally {
              busy.remove(node);
            }
          });
    } catch (RejectedExecutionException full) {
      busy.remove(node);
    }
  }

  private void work(DuePairs.Due work) {
    for (DaySecrets.Pair pair : work.asking()) {
      step(
          "ask",
          () -> {
            DaySecrets.Asking round = asker.ready(pair);
            if (round != null) {
              sending.send(round, asker.today());
            }
          });
    }
    for (DaySecrets.Pair pair : work.answering()) {
      step("offer", () -> offers.offer(pair));
      step("unmask", () -> offers.unmask(pair));
      step("compare", () -> comparing.compare(pair));
    }
  }

  /**
   * Runs a step so that its failure does not stop the others. An out-of-memory error is reported as
   * such, and the next run starts where this one failed.
   */
  private void step(String what, Runnable work) {
    if (thread.isShutdown()) {
      return;
    }
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.warn("Known elsewhere: step {} failed; retrying in the next run.", what, e);
    } catch (Error e) {
      LOG.error("Known elsewhere: step {} failed for a local reason, not a partner's.", what, e);
      throw e;
    }
  }

  /**
   * Waits for changes under way instead of interrupting them, because H2 closes its file when a
   * writing thread is interrupted.
   */
  @Override
  public void destroy() {
    thread.shutdown();
    nodes.shutdown();
    try {
      if (!thread.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)
          || !nodes.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
        LOG.info("A set is still being computed; it will be started again.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
