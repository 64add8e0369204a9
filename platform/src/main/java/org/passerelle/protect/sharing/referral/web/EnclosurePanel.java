package org.passerelle.protect.sharing.referral.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.protect.sharing.enclosure.StoredEnclosures;
import org.passerelle.protect.sharing.referral.Referral;
import org.passerelle.protect.sharing.referral.dossier.EnclosureSelection;
import org.passerelle.protect.sharing.referral.dossier.FilesSent;
import org.passerelle.protect.sharing.referral.received.ReceivedFiles;
import org.passerelle.protect.sharing.referral.received.ReceivedReferral;
import org.springframework.stereotype.Component;

/** Enclosures on the pages of a referral: to be selected, sent, and received. */
@Component
class EnclosurePanel {
  private final EnclosureSelection enclosing;
  private final FilesSent sent;
  private final ReceivedFiles received;

  EnclosurePanel(EnclosureSelection enclosing, FilesSent sent, ReceivedFiles received) {
    this.enclosing = enclosing;
    this.sent = sent;
    this.received = received;
  }

  /** Shows the files of the case as check boxes, each with what prevents its enclosure. */
  void toChoose(Referral draft, Act act) {
    List<FileChoice> all = new ArrayList<>();
    for (EnclosureSelection.Choice choice : enclosing.choices(draft, act.who())) {
      all.add(
          new FileChoice(
              choice,
              choice.objection().map(o -> act.text(o.key(), o.arguments().toArray())).orElse("")));
    }
    act.with("enclosable", all);
    act.with("takesFiles", enclosing.canTake(draft));
  }

  /** Stores the selection; a file that may not be enclosed has the reason beside its check box. */
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

  /** Reports what prevents the enclosure of selected files. */
  void refuse(Referral draft, Filled form, Act act) {
    for (EnclosureSelection.Choice choice : enclosing.choices(draft, act.who())) {
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

  /** Shows the enclosures with their delivery status. */
  void sent(Referral referral, Act act) {
    act.with("sentFiles", sent.of(referral, act.who()));
  }

  /** Enclosures of a received dossier. */
  List<StoredEnclosures.Came> came(ReceivedReferral found) {
    return received.of(found);
  }
}
