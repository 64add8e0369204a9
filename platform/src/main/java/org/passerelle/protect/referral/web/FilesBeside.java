package org.passerelle.protect.referral.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.protect.enclosure.CameFiles;
import org.passerelle.protect.referral.Enclosing;
import org.passerelle.protect.referral.FilesSent;
import org.passerelle.protect.referral.ReceivedFiles;
import org.passerelle.protect.referral.ReceivedReferral;
import org.passerelle.protect.referral.Referral;
import org.springframework.stereotype.Component;

/** Files on the pages of a referral: to be ticked, on their way, and come. */
@Component
class FilesBeside {
  private final Enclosing enclosing;
  private final FilesSent sent;
  private final ReceivedFiles received;

  FilesBeside(Enclosing enclosing, FilesSent sent, ReceivedFiles received) {
    this.enclosing = enclosing;
    this.sent = sent;
    this.received = received;
  }

  /** Files of the case as boxes to be ticked, with what stands against each. */
  void toChoose(Referral draft, Act act) {
    List<FileChoice> all = new ArrayList<>();
    for (Enclosing.Choice choice : enclosing.choices(draft, act.who())) {
      all.add(
          new FileChoice(
              choice,
              choice.objection().map(o -> act.text(o.key(), o.arguments().toArray())).orElse("")));
    }
    act.with("enclosable", all);
    act.with("takesFiles", enclosing.canTake(draft));
  }

  /** Keeps what was ticked; what may not go has its sentence beside its box. */
  void choose(UUID id, Filled form, Act act) {
    Map<UUID, String> wanted = new LinkedHashMap<>();
    for (String file : form.shownAll("files")) {
      id(file).ifPresent(one -> wanted.put(one, form.shown("category-" + file)));
    }
    enclosing.choose(id, wanted, act.who());
  }

  private static Optional<UUID> id(String typed) {
    try {
      return Optional.of(UUID.fromString(typed));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  /** Says what stands against files that are ticked. */
  void refuse(Referral draft, Filled form, Act act) {
    for (Enclosing.Choice choice : enclosing.choices(draft, act.who())) {
      if (choice.ticked()) {
        choice
            .objection()
            .ifPresent(
                o ->
                    form.errors()
                        .add("file-" + choice.newest().id(), o.key(), o.arguments().toArray()));
      }
    }
  }

  /** What went along, and how far it came. */
  void sent(Referral referral, Act act) {
    act.with("sentFiles", sent.of(referral, act.who()));
  }

  /** What came with a dossier. */
  List<CameFiles.Came> came(ReceivedReferral found) {
    return received.of(found);
  }
}
