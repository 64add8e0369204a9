package org.passerelle.prosecute.courtfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.SignedIn;
import org.passerelle.evidence.Version;
import org.passerelle.prosecute.Scenes;
import org.passerelle.prosecute.exhibit.ExhibitScenes;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.work.BackgroundWork;
import org.passerelle.work.EndedWork;
import org.passerelle.work.Order;
import org.passerelle.work.Progress;
import org.passerelle.work.WorkState;

/** A compilation that its user cancels leaves nothing, at whichever step it is cancelled. */
@OnBothDatabases
@Tag("slow")
class CancelledCourtFileTest {
  private static final int NEVER = Integer.MAX_VALUE;
  @Parameter House house;

  @Test
  void nothingStaysWhereverItIsCancelledAndTheNextOneIsWhole() {
    Scenes.Begun begun = new Scenes(house).begun();
    SignedIn who = begun.prosecutor();
    ExhibitScenes exhibits = new ExhibitScenes(house);
    exhibits.held(begun.id(), "seen\n".getBytes(StandardCharsets.UTF_8), who);
    exhibits.held(begun.id(), "report.pdf", ExhibitScenes.pdf("A report"), who);
    CourtFileScenes scenes = new CourtFileScenes(house);
    scenes.seal(who);
    CourtFile.Draft draft = scenes.draft(begun.id(), who, Version.PROSECUTION);
    CourtFiles files = house.get(CourtFiles.class);
    Steps whole = new Steps(NEVER, who);
    assertThat(ended(begun.id(), draft, whole, who)).isEqualTo(WorkState.DONE);
    assertThat(whole.taken).as("steps at which it can be cancelled").isGreaterThan(4);
    assertThat(files.of(begun.id(), who)).hasSize(1);
    for (int part = 0; part <= 4; part++) {
      int at = Math.max(1, whole.taken * part / 4);
      assertThat(ended(begun.id(), draft, new Steps(at, who), who))
          .as("cancelled at step %d of %d", at, whole.taken)
          .isEqualTo(WorkState.CANCELLED);
      assertThat(files.of(begun.id(), who)).as("after step %d", at).hasSize(1);
    }
    assertThat(ended(begun.id(), draft, new Steps(NEVER, who), who)).isEqualTo(WorkState.DONE);
    assertThat(files.of(begun.id(), who))
        .as("no number was used up")
        .extracting(CourtFile::number)
        .containsExactly(2, 1);
  }

  private WorkState ended(UUID investigation, CourtFile.Draft draft, Steps steps, SignedIn who) {
    BackgroundWork work = house.get(BackgroundWork.class);
    UUID id =
        work.start(
            Order.forADay(CourtFiles.WORK, CourtFiles.at(investigation)),
            progress ->
                house
                    .get(CourtFileRun.class)
                    .run(investigation, draft, who, steps.watching(progress)),
            who);
    return EndedWork.of(work, id, who).state();
  }

  /** Counts the steps of a compilation, and has its user cancel it at one of them. */
  private final class Steps {
    private final int cancelledAt;
    private final SignedIn who;
    private volatile int taken;

    Steps(int cancelledAt, SignedIn who) {
      this.cancelledAt = cancelledAt;
      this.who = who;
    }

    private void step(Progress progress) {
      int now = taken + 1;
      taken = now;
      if (now == cancelledAt) {
        house.get(BackgroundWork.class).cancel(progress.work(), who);
      }
    }

    Progress watching(Progress progress) {
      return new Progress() {
        @Override
        public UUID work() {
          return progress.work();
        }

        @Override
        public void expect(long units) {
          progress.expect(units);
        }

        @Override
        public void done(long units) {
          step(progress);
          progress.done(units);
        }

        @Override
        public void check() {
          step(progress);
          progress.check();
        }

        @Override
        public void figure(String name, long value) {
          progress.figure(name, value);
        }

        @Override
        public void leadTo(String path) {
          progress.leadTo(path);
        }

        @Override
        public OutputStream file(String name, String mediaType) {
          return progress.file(name, mediaType);
        }
      };
    }
  }
}
