package org.passerelle.protect.elsewhere;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
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
 * Goes on with rounds, questions and answers every few seconds, on a thread of its own: a large set
 * takes minutes, and nothing else of the house waits for it.
 */
@Component
class KnownWork implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(KnownWork.class);
  private static final int CLOSING_SECONDS = 2;
  private final DaySecrets secrets;
  private final DuePairs due;
  private final AskerRounds asker;
  private final QuestionSending sending;
  private final SetOffers offers;
  private final Comparing comparing;
  private final Answers answers;
  private final ApplicationAvailability house;
  private final AtomicBoolean under = new AtomicBoolean();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread made = new Thread(work, "known-elsewhere");
            made.setDaemon(true);
            return made;
          });

  KnownWork(
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

  @Scheduled(initialDelay = 5_000, fixedDelay = 2_000)
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
      step("ask", this::ask);
      step("offer", offers::offer);
      step("unmask", offers::unmask);
      step("compare", comparing::compare);
      step("answer", answers::send);
    } finally {
      under.set(false);
    }
  }

  private void ask() {
    for (DaySecrets.Pair pair : due.pairs(asker.today())) {
      step(
          "ask",
          () -> {
            DaySecrets.Asking round = asker.ready(pair);
            if (round != null) {
              sending.send(round, asker.today());
            }
          });
    }
  }

  /** What fails in one step keeps no other from being done. */
  private void step(String what, Runnable work) {
    if (thread.isShutdown()) {
      return;
    }
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.warn("Known elsewhere: step {} pauses until the next round.", what, e);
    }
  }

  /**
   * Lets a change that is under way be finished; nobody is interrupted, since the embedded database
   * closes its file under a thread that is interrupted while it writes.
   */
  @Override
  public void destroy() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
        LOG.info("A set is still computed; it is begun anew.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
