package org.passerelle.prevent.tip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.accounts.Browser;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Many strangers write at once, and each code finds its tip; {@code TipRate} is the large one. */
@OnBothDatabases
@Tag("slow")
class TipsAtOnceTest {
  private static final int WRITERS = 16;
  private static final int EACH = 5;
  @Parameter House house;

  @Test
  void noneIsLostAndNoneIsMistakenForAnother() throws Exception {
    TipScene scene = new TipScene(house);
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    List<Future<List<String>>> writers = new ArrayList<>();
    for (int w = 0; w < WRITERS; w++) {
      int writer = w;
      writers.add(threads.submit(() -> write(scene, writer)));
    }
    List<String> codes = new ArrayList<>();
    for (Future<List<String>> one : writers) {
      codes.addAll(one.get());
    }
    threads.shutdown();
    assertThat(codes).hasSize(WRITERS * EACH).doesNotHaveDuplicates();
    List<Tip> tips = scene.triage().list(scene.who, false);
    assertThat(tips).hasSize(WRITERS * EACH);
    TipRows rows = house.get(TipRows.class);
    assertThat(
            codes.stream()
                .map(code -> scene.tips().enter(code, "n").mark())
                .map(mark -> rows.byMark(mark).orElseThrow().id()))
        .containsExactlyInAnyOrderElementsOf(tips.stream().map(Tip::id).toList());
    assertThat(
            tips.stream()
                .map(tip -> scene.triage().open(scene.who, tip.id()).parts())
                .peek(parts -> assertThat(parts).hasSize(1))
                .map(parts -> parts.get(0).content().orElseThrow().what()))
        .as("each text once, readable")
        .hasSize(WRITERS * EACH)
        .doesNotHaveDuplicates();
  }

  private List<String> write(TipScene scene, int writer) {
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < EACH; i++) {
      Browser browser = new Browser(house);
      Browser.Answer form = browser.get("/tips");
      TipTicket ticket = scene.tips().ticketOf(Browser.hidden(form, "ticket")).orElseThrow();
      codes.add(
          TipScene.code(
              browser.post(
                  "/tips",
                  scene.fields(
                      form,
                      "Writer %d saw this as number %d".formatted(writer, i),
                      "number",
                      TipScene.solved(ticket)))));
    }
    return codes;
  }
}
