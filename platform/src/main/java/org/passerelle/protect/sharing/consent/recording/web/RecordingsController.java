package org.passerelle.protect.sharing.consent.recording.web;

import java.util.List;
import java.util.Map;
import org.passerelle.access.Allowed;
import org.passerelle.access.Caseworkers;
import org.passerelle.access.Role;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Act;
import org.passerelle.pages.FileAnswer;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.passerelle.protect.sharing.consent.recording.Recordings;
import org.passerelle.refusal.NotFound;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Administrators upload recordings for the organisation; those who ask for a consent play them. */
@Controller
class RecordingsController implements RoomEntries {
  private static final String ALL = "/house/recordings";
  private final Recordings recordings;
  private final CodeOptions options;

  RecordingsController(Recordings recordings, CodeOptions options) {
    this.recordings = recordings;
    this.options = options;
  }

  @Override
  public List<RoomEntry> entries() {
    return List.of(new RoomEntry("house", 27, "recording.nav", ALL, List.of(Role.ADMINISTRATOR)));
  }

  @GetMapping(ALL)
  @Allowed(Role.ADMINISTRATOR)
  String all(Act act) {
    act.form(Map.of());
    return page(act);
  }

  @PostMapping(ALL)
  @Allowed(Role.ADMINISTRATOR)
  String give(Act act) {
    String language = act.form().neededCode("language", Recordings.languages());
    byte[] sent = act.file("file");
    return act.refusalsAt("file")
        .submit(
            () -> page(act),
            ALL,
            () -> {
              recordings.give(language, sent, act.who());
              act.notice("good", "recording.given");
            });
  }

  @PostMapping(ALL + "/{language}/remove")
  @Allowed(Role.ADMINISTRATOR)
  String remove(@PathVariable String language, Act act) {
    return act.once(
        ALL, () -> act.undoable(recordings.remove(language, act.who()), "recording.removed"));
  }

  /** Supports range requests: some browsers play nothing without them. */
  @GetMapping(ALL + "/{language}")
  @Allowed(Role.ADMINISTRATOR)
  ResponseEntity<Resource> given(@PathVariable String language, Act act) {
    return sound(language, act);
  }

  @GetMapping("/protect/recordings/{language}")
  @Caseworkers
  ResponseEntity<Resource> played(@PathVariable String language, Act act) {
    return sound(language, act);
  }

  private ResponseEntity<Resource> sound(String language, Act act) {
    Recordings.Sound sound = recordings.sound(language, act.who()).orElseThrow(NotFound::new);
    return FileAnswer.shown("recording", MediaType.parseMediaType(sound.type()))
        .body(new ByteArrayResource(sound.content()));
  }

  private String page(Act act) {
    return act.show(
        "protect/consent/recordings",
        new RecordingsPage(
            recordings.all(act.who()),
            options.sorted("languages", act.language()).stream()
                .filter(one -> Recordings.languages().contains(one.value()))
                .toList(),
            act.form()));
  }
}
