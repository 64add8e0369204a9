package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A phone returns after weeks offline: the queue does not slow its first page, and everything is
 * received once, while the user goes on with the next person.
 */
@Tag("long")
@ExtendWith(Chromium.class)
class PhoneManyTest {
  private static final int MANY = Integer.getInteger("passerelle.rounds", 3) < 20 ? 150 : 10_000;

  /** Completed screenings, sealed as the page does it. */
  private static final String FINISHED =
      """
      async many => {
        const { sign, sealRecord, sha256 } = await import('/phone/seal.js');
        const { kept, within } = await import('/phone/store.js');
        const { mine } = await import('/phone/app.js');
        const phone = await kept('phone'), form = mine().forms.find(f => f.form === 'screening-short');
        for (let i = 0; i < many; i++) {
          const id = crypto.randomUUID(), at = new Date(Date.now() - (many - i) * 60_000).toISOString();
          const signed = await sign({
            id, phone: phone.id, user: phone.user, organisation: phone.organisation, kind: form.kind, form: form.form, version: form.version, digest: form.digest,
            language: 'en', startedAt: at, finishedAt: at, answers: { danger_now: { code: 'no' }, act: { codes: ['recruitment'], evidence: `number ${i}` } }, said: null, about: null, papers: [],
          }, 'passerelle-record+jwt', phone.id, phone.secret);
          const sealed = await sealRecord(signed, phone.recipient);
          const entry = { id, sealed, sha256: await sha256(sealed), kind: form.kind, startedAt: at, finishedAt: at, waits: at, papers: 0 };
          await within(['queue'], 'readwrite', s => s.queue.put(entry));
        }
      }
      """;

  @Test
  void everythingThatWaitedArrivesOnce() {
    Path folder = Server.folder();
    try (Server server = Server.start(folder.resolve("house"), "--demo=10");
        Visitor officer = Visitor.of(server.address(), Visitor.Device.PHONE, "jelena.most")) {
      Client office = Client.in(server.address(), "jelena.most");
      Set<String> before = new TreeSet<>(Taken.all(office).values());
      Page page = officer.page();
      Pocket pocket = new Pocket(page, server.address()).enrol();
      page.context().setOffline(true);
      page.evaluate(FINISHED, MANY);
      page.reload();
      page.waitForSelector(".starts .primary");
      page.waitForSelector(".queued");
      double opened =
          ((Number)
                  page.evaluate(
                      "() => new Promise(done => requestAnimationFrame(() => done(performance.now())))"))
              .doubleValue();
      assertThat(page.locator("#queue").innerText().replaceAll("[^0-9]", ""))
          .isEqualTo(String.valueOf(MANY));

      long began = System.nanoTime();
      page.context().setOffline(false);
      page.evaluate("() => { import('/phone/queue.js').then(queue => queue.handIn(true)); }");
      // the next person does not have to wait for it
      pocket.start().begin(false);
      page.click(".plainbar button[value=leave]");
      Eventually.is(
          "everything arrives",
          Duration.ofMinutes(20),
          () ->
              (boolean)
                  page.evaluate(
                      "async () => (await (await import('/phone/store.js')).waiting()).records === 0"));
      System.out.printf(
          "%d waited: first page after %.0f ms, all there after %.1f s%n",
          MANY, opened, (System.nanoTime() - began) / 1e9);
      Set<String> codes = new TreeSet<>(Taken.all(office).values());
      codes.removeAll(before);
      assertThat(codes).hasSize(MANY);
      assertThat(opened).as("milliseconds until the first page stands").isLessThan(1000);
    }
  }
}
