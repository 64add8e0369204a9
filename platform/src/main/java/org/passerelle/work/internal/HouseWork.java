package org.passerelle.work.internal;

import jakarta.annotation.PreDestroy;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.passerelle.access.SignedIn;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.DatabaseThreads;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Vault;
import org.passerelle.work.BackgroundWork;
import org.passerelle.work.Cancelled;
import org.passerelle.work.Order;
import org.passerelle.work.PageLoad;
import org.passerelle.work.Task;
import org.passerelle.work.Work;
import org.passerelle.work.WorkFile;
import org.passerelle.work.WorkState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Runs work on two threads of this process, which rest while people wait for pages. */
@Component
class HouseWork implements BackgroundWork, InitializingBean {
  private static final Logger LOG = LoggerFactory.getLogger(HouseWork.class);
  private static final int AT_ONCE = 2;
  private static final int PER_USER = 3;
  private final WorkRows rows;
  private final SealedPieces pieces;
  private final Vault vault;
  private final Identifiers identifiers;
  private final Clock clock;
  private final PageLoad load;
  private final Map<UUID, Running> running = new ConcurrentHashMap<>();
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          AT_ONCE,
          run -> {
            Thread thread = new Thread(run, "work");
            thread.setDaemon(true);
            return thread;
          });

  HouseWork(
      WorkRows rows,
      SealedPieces pieces,
      Vault vault,
      Identifiers identifiers,
      Clock clock,
      PageLoad load) {
    this.rows = rows;
    this.pieces = pieces;
    this.vault = vault;
    this.identifiers = identifiers;
    this.clock = clock;
    this.load = load;
  }

  @Override
  public void afterPropertiesSet() {
    rows.markInterrupted();
  }

  @Override
  public UUID prepare(Order order, SignedIn who) {
    UUID id = identifiers.next();
    vault.createKey(id, who.organisation());
    rows.insert(id, order, who);
    return id;
  }

  @Override
  public OutputStream input(UUID work, String name, String mediaType, SignedIn who) {
    if (find(work, who).state() != WorkState.PREPARED) {
      throw new NotFound();
    }
    return pieces.write(work, name, mediaType, true);
  }

  @Override
  public void start(UUID work, Task task, SignedIn who) {
    find(work, who);
    if (!rows.wait(work, who, PER_USER)) {
      return;
    }
    Running one = new Running(work, rows, pieces, clock, load);
    running.put(work, one);
    afterCommit(() -> threads.execute(() -> run(one, task)), () -> running.remove(work));
  }

  private static void afterCommit(Runnable committed, Runnable rolledBack) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      committed.run();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCompletion(int status) {
            (status == STATUS_COMMITTED ? committed : rolledBack).run();
          }
        });
  }

  private void run(Running one, Task task) {
    try {
      one.check();
      rows.began(one.work());
      task.run(one);
      rows.ended(one, WorkState.DONE, "", List.of());
    } catch (Cancelled asked) {
      rows.ended(one, WorkState.CANCELLED, "", List.of());
    } catch (Refused refused) {
      rows.ended(
          one,
          WorkState.FAILED,
          refused.key(),
          Arrays.stream(refused.arguments()).map(String::valueOf).toList());
    } catch (Throwable failure) {
      String reference = identifiers.shortCode();
      LOG.error("Work {} failed, reference {}", one.work(), reference, failure);
      rows.ended(one, WorkState.FAILED, "work.problem.unexpected", List.of(reference));
    } finally {
      running.remove(one.work());
    }
  }

  @Override
  public Work find(UUID work, SignedIn who) {
    Work stored = rows.find(work, who).orElseThrow(NotFound::new);
    return current(stored);
  }

  private Work current(Work stored) {
    Running now = stored.state().goesOn() ? running.get(stored.id()) : null;
    return now == null ? stored : now.over(stored);
  }

  @Override
  public List<Work> newest(SignedIn who, int limit) {
    return rows.newest(who, limit).stream().map(this::current).toList();
  }

  @Override
  public void cancel(UUID work, SignedIn who) {
    find(work, who);
    Running one = running.get(work);
    if (one != null) {
      one.cancel();
    }
  }

  @Override
  public List<WorkFile> files(UUID work, SignedIn who) {
    find(work, who);
    return pieces.of(work);
  }

  @Override
  public InputStream open(UUID work, UUID file, SignedIn who) {
    find(work, who);
    return pieces.read(work, file);
  }

  @Override
  public void end(Collection<UUID> works) {
    for (UUID work : works) {
      Running one = running.get(work);
      if (one != null) {
        one.cancel();
      }
      // the key is destroyed with those of other expired work
      pieces.delete(work);
      rows.due(work);
    }
  }

  /** Destroys the keys of expired work, then deletes its files. */
  @Scheduled(
      initialDelayString = "${schedule.work.results.after}",
      fixedDelayString = "${schedule.work.results.every}")
  void expire() {
    List<UUID> due = rows.due().stream().filter(id -> !running.containsKey(id)).toList();
    // all at once: each destruction rewrites the whole key store
    List<UUID> held = due.stream().filter(vault::holds).toList();
    if (!held.isEmpty()) {
      vault.destroyKeys(held);
    }
    for (UUID id : due) {
      pieces.delete(id);
      rows.expired(id);
    }
  }

  @PreDestroy
  void stop() {
    running.values().forEach(Running::cancel);
    if (!DatabaseThreads.end(threads, DatabaseThreads.CLOSING_SECONDS)) {
      LOG.info(
          "Work that was told to stop is still running; it will be marked as interrupted after the next start.");
    }
  }
}
