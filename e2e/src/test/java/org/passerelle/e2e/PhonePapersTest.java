package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Photographs of documents, taken offline and sent over an unreliable network. */
@ExtendWith(Chromium.class)
@Tag("long")
class PhonePapersTest {
  @Test
  void aPhotographGoesOnWhereTheLineBroke() {
    try (Visitor officer = Visitor.in(Visitor.Device.PHONE, "jelena.most", "en")) {
      Page page = officer.page();
      Pocket pocket = new Pocket(page, Server.demo().address()).enrol();
      page.context().setOffline(true);
      pocket.start().begin(false).toThePlace();
      // text typed while the picture is sealed is kept
      page.setInputFiles("#paper", Paper.photograph());
      page.fill("#q-where_place", "Шид, перон 2");
      page.waitForSelector(".notice.good");
      assertThat(page.inputValue("#q-where_place")).isEqualTo("Шид, перон 2");
      // a file that is not a picture is rejected with a message
      page.setInputFiles(
          "#paper",
          new FilePayload("paper.jpg", "image/jpeg", "none".getBytes(StandardCharsets.UTF_8)));
      page.waitForSelector(".notice.warn");
      pocket.toTheFirst().through(Pocket.POSSIBLE_MINOR, Map.of(), false);

      List<String> sent = Collections.synchronizedList(new ArrayList<>());
      List<String> broken = Collections.synchronizedList(new ArrayList<>());
      page.route(
          "**/phone/records/*/papers/*/*",
          route -> {
            String piece = route.request().url().replaceAll(".*/(\\d+)\\?.*", "$1");
            if (piece.equals("2") && broken.size() < 2) {
              broken.add(piece);
              route.abort();
            } else {
              sent.add(piece);
              route.resume();
            }
          });
      page.context().setOffline(false);
      pocket.start();
      Eventually.is(
          "the photograph arrives",
          () -> {
            page.evaluate("async () => { await (await import('/phone/queue.js')).handIn(true); }");
            return page.locator(".queued:has-text('1 of 1')").count() > 0;
          });
      assertThat(broken).hasSize(2);
      assertThat(sent).as("each piece once").doesNotHaveDuplicates().hasSizeGreaterThan(3);
      // the line above the list is written once the hand-in is over
      Eventually.is(
          "everything has arrived",
          () ->
              page.locator("section[aria-labelledby=queue]")
                  .innerText()
                  .contains("Everything has arrived"));
    }
  }
}
