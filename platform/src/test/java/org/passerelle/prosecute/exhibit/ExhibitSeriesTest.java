package org.passerelle.prosecute.exhibit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.evidence.custody.CustodyChain;
import org.passerelle.prosecute.Scenes;
import org.passerelle.protect.casework.placement.PlaceScenes;
import org.passerelle.storage.AtOnce;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.work.BackgroundWork;
import org.passerelle.work.EndedWork;
import org.passerelle.work.Upload;

/** Many files at once: an exhibit for each, taken in under one confirmation. */
@OnBothDatabases
@Tag("slow")
class ExhibitSeriesTest {
  private static final String[] ALIKE = {"kind", "file", "origin", "The flat of S-1"};
  @Parameter House house;
  private Member member;
  private SignedIn who;
  private UUID id;
  private String at;

  @BeforeEach
  void anInvestigation() {
    member = Member.of(house, Role.PROSECUTOR);
    who = Staff.signedIn(member.user());
    id = new Scenes(house).begun(who).id();
    at = ExhibitSeries.at(id);
    new ExhibitScenes(house).key(who);
    house.clock().pass(Duration.ofMinutes(20));
  }

  @Test
  void eachFileBecomesAnExhibitAndOneConfirmationTakesAllOfThemIn() {
    Map<String, byte[]> files =
        files("calls.csv", "1,2\n", "photo 1.jpg", "a picture", "photo 2.jpg", "another");
    files.put("empty.txt", new byte[0]);
    files.put("lock.pdf", ExhibitScenes.pdf(true, false));
    member.browser().get(at);
    Browser.Answer sent = member.browser().postFiles(at + "/upload", "file", files, ALIKE);
    assertThat(sent.location()).isEqualTo(at);
    assertThat(member.browser().get(at).body())
        .contains("4 files arrived", "empty.txt: The file is empty.", "3 files wait", "lock.pdf")
        .contains("This PDF is encrypted", at + "/confirm")
        .doesNotContain("name=\"uploads\"");
    assertThat(exhibits()).as("an empty file takes no number").hasSize(4);
    confirmed();
    List<String> waiting = ready();
    String[] form = signed(waiting, "place", "Office 3");
    assertThat(member.browser().post(at + "/intake", signed(waiting, "place", "")).status())
        .isEqualTo(422);
    member.browser().get(at);
    Browser.Answer begun = member.browser().post(at + "/intake", form);
    assertThat(ended(begun))
        .contains("3 exhibits taken in", "href=\"" + at.replace("/several", "") + "\"")
        .doesNotContain("files were left");
    assertThat(member.browser().post(at + "/intake", form).location())
        .as("sent twice")
        .isEqualTo(begun.location());
    List<Exhibit> held = exhibits().stream().filter(Exhibit::held).toList();
    assertThat(held)
        .extracting(one -> one.words().title())
        .containsExactly("calls.csv", "photo 1.jpg", "photo 2.jpg");
    for (Exhibit one : held) {
      CustodyChain chain = house.get(CustodyStore.class).chain(one.number());
      assertThat(chain.length()).as("a line of its own").isEqualTo(1);
      assertThat(chain.digests()).isEqualTo(Objects.requireNonNull(one.taken()).digests());
      assertThat(member.browser().whole(exhibit(one) + "/content").body())
          .isEqualTo(files.get(one.words().title()));
    }
    assertThat(member.browser().get(at).body()).contains("lock.pdf").doesNotContain("/intake");
  }

  @Test
  void aFormSentTwiceMakesNoSecondExhibitsAndOneWithFaultsNone() {
    Browser browser = member.browser();
    browser.get(at);
    assertThat(browser.postFiles(at + "/upload", "file", files("a", "1"), "kind", "").status())
        .isEqualTo(422);
    browser.get(at);
    assertThat(browser.postFiles(at + "/upload", "file", Map.of(), ALIKE).body())
        .contains("Choose a file.");
    PlaceScenes places = new PlaceScenes(house);
    SignedIn officer = places.officer();
    String shelter = places.code(places.place(2, officer), officer);
    browser.get(at);
    assertThat(
            browser
                .postFiles(
                    at + "/upload", "file", files("a", "1"), "kind", "file", "origin", shelter)
                .status())
        .isEqualTo(422);
    assertThat(exhibits()).isEmpty();
    browser.get(at);
    for (int i = 0; i < 2; i++) {
      assertThat(browser.postFiles(at + "/upload", "file", files("a", "1", "b", "2"), ALIKE))
          .extracting(Browser.Answer::location)
          .isEqualTo(at);
    }
    assertThat(exhibits()).hasSize(2);
  }

  /** A name of a shelter stops its own file alone, and is told without repeating it elsewhere. */
  @Test
  void oneFileThatIsRefusedDoesNotStopTheOthers() {
    PlaceScenes places = new PlaceScenes(house);
    SignedIn officer = places.officer();
    String shelter = places.code(places.place(2, officer), officer);
    member.browser().get(at);
    member
        .browser()
        .postFiles(at + "/upload", "file", files("a", "1", shelter + ".jpg", "2", "b", "3"), ALIKE);
    assertThat(exhibits()).extracting(one -> one.words().title()).containsExactly("a", "b");
  }

  @Test
  void whatArrivedBeforeTheConnectionBreaksStays() {
    Queue<Upload> all =
        new ArrayDeque<>(
            List.of(
                new Upload("a", new ByteArrayInputStream(new byte[] {1})),
                new Upload("b", new Broken()),
                new Upload("c", new ByteArrayInputStream(new byte[] {3}))));
    ExhibitSeries series = house.get(ExhibitSeries.class);
    assertThatThrownBy(
            () ->
                series.receive(
                    id, ExhibitScenes.draft(""), () -> Optional.ofNullable(all.poll()), who))
        .isInstanceOf(IOException.class);
    assertThat(series.waiting(id, who)).extracting(one -> one.file().fileName()).containsOnly("a");
  }

  @Test
  void twoWhoTakeInTheSameFilesMakeOneLineEach() throws Exception {
    ExhibitSeries series = house.get(ExhibitSeries.class);
    Queue<Upload> all = new ArrayDeque<>();
    for (int i = 0; i < 12; i++) {
      all.add(new Upload("f" + i, new ByteArrayInputStream(new byte[] {(byte) i})));
    }
    series.receive(id, ExhibitScenes.draft(""), () -> Optional.ofNullable(all.poll()), who);
    Set<UUID> chosen =
        series.waiting(id, who).stream()
            .map(one -> one.file().id())
            .collect(Collectors.toUnmodifiableSet());
    Callable<UUID> takes =
        () -> series.takeIn(id, chosen, new CustodyWords("Office 3", "Search"), who);
    long taken = 0;
    for (UUID work : AtOnce.all(List.of(takes, takes))) {
      taken +=
          EndedWork.of(house.get(BackgroundWork.class), work, who)
              .figures()
              .getOrDefault("taken", 0L);
    }
    assertThat(taken).isEqualTo(12);
    for (Exhibit one : exhibits()) {
      assertThat(house.get(CustodyStore.class).chain(one.number()).length()).isEqualTo(1);
    }
  }

  @Test
  void whoeverIsNotOnTheTeamFindsNothing() {
    Member outside = Member.in(house, who.organisation(), Role.PROSECUTOR);
    assertThat(outside.browser().get(at).status()).isEqualTo(404);
    outside.browser().get("/prosecute/investigations/new");
    assertThat(outside.browser().postFiles(at + "/upload", "file", files("a", "1"), ALIKE).status())
        .isEqualTo(404);
    outside.browser().get("/prosecute/investigations/new");
    assertThat(outside.browser().post(at + "/confirm").status()).isEqualTo(404);
    assertThat(exhibits()).isEmpty();
  }

  private List<Exhibit> exhibits() {
    return house.get(Exhibits.class).of(id, who);
  }

  private String exhibit(Exhibit one) {
    return "/prosecute/investigations/" + id + "/exhibits/" + one.id();
  }

  private List<String> ready() {
    return house.get(ExhibitSeries.class).waiting(id, who).stream()
        .filter(WaitingExhibit::ready)
        .map(one -> one.file().id().toString())
        .toList();
  }

  private String ended(Browser.Answer begun) {
    assertThat(begun.location()).as(begun.body()).startsWith("/work/");
    UUID work = UUID.fromString(begun.location().substring("/work/".length()));
    EndedWork.of(house.get(BackgroundWork.class), work, who);
    return member.browser().get(begun.location()).body();
  }

  private void confirmed() {
    member.browser().post(at + "/confirm");
    member.nextCode();
    assertThat(member.confirm(member.browser()).location()).isEqualTo(at);
    assertThat(member.browser().get(at).body()).contains("name=\"uploads\"");
  }

  private static String[] signed(Collection<String> uploads, String... fields) {
    List<String> all = new ArrayList<>(List.of(fields));
    uploads.forEach(upload -> all.addAll(List.of("uploads", upload)));
    all.addAll(List.of("currentPassword", Member.PASSWORD));
    return all.toArray(String[]::new);
  }

  private static Map<String, byte[]> files(String... namesAndTexts) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      files.put(namesAndTexts[i], namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
    }
    return files;
  }

  /** A line that is cut after some bytes. */
  private static final class Broken extends InputStream {
    private int read;

    @Override
    public int read() throws IOException {
      if (++read > 100) {
        throw new IOException("cut");
      }
      return 1;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
      if (length > 0) {
        to[from] = (byte) read();
      }
      return Math.min(1, length);
    }
  }
}
