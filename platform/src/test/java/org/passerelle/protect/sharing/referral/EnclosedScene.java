package org.passerelle.protect.sharing.referral;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.outbox.Deliveries;
import org.passerelle.protect.casework.cases.files.CaseAttachments;
import org.passerelle.protect.sharing.enclosure.StoredEnclosures;
import org.passerelle.protect.sharing.referral.dossier.EnclosureSelection;
import org.passerelle.protect.sharing.referral.received.ReceivedFiles;
import org.passerelle.storage.House;

/** A case with files, some of which are enclosed. */
abstract class EnclosedScene {
  static final byte[] WORDS = SomeFiles.text("She was seen on Monday.");
  @Parameter House house;
  ReferralScenes scenes;
  ReferralScenes.Scene scene;
  Member sender;
  UUID basis;

  @BeforeEach
  void aCase() {
    scenes = new ReferralScenes(house);
    sender = Member.of(house, Role.CASE_MANAGER);
    scene = scenes.scene(Staff.signedIn(sender.user()), "RS", "health", ReferralScenes.file());
    basis = scenes.consent(scene, Set.of("identity", "case", "health"), "adult", null);
  }

  UUID file(String kind, String name, byte[] content) {
    return house
        .get(CaseAttachments.class)
        .add(scene.caseId(), new CaseAttachments.Draft(kind, name, ""), content, scene.sender());
  }

  UUID draft() {
    UUID id = scenes.draft(scene);
    house.get(Referrals.class).choose(id, List.of("known_as"), basis, scene.sender());
    return id;
  }

  void enclose(UUID id, Map<UUID, String> files) {
    house.get(EnclosureSelection.class).choose(id, files, scene.sender());
  }

  UUID sent(UUID... files) {
    UUID id = draft();
    enclose(id, List.of(files).stream().collect(Collectors.toMap(file -> file, file -> "health")));
    house.get(Referrals.class).send(id, scene.sender());
    return id;
  }

  UUID arrived(UUID... files) {
    UUID id = sent(files);
    scenes.deliver();
    return id;
  }

  List<StoredEnclosures.Came> came(UUID id) {
    return house.get(ReceivedFiles.class).of(id, scene.recipient());
  }

  StoredEnclosures.Opened open(UUID id, StoredEnclosures.Came one) {
    return house.get(ReceivedFiles.class).open(id, one.file().id(), scene.recipient());
  }

  List<CaseAttachments.Listed> of(UUID caseId) {
    return house.get(CaseAttachments.class).listed(caseId, scene.recipient());
  }

  int rows(String table) {
    return house.db().sql("select count(*) from " + table).query(Integer.class).single();
  }

  List<String> objections(UUID id) {
    return house
        .get(EnclosureSelection.class)
        .choices(house.get(Referrals.class).find(id, scene.sender()), scene.sender())
        .stream()
        .filter(EnclosureSelection.Choice::ticked)
        .flatMap(choice -> choice.objection().stream())
        .map(o -> o.key())
        .toList();
  }

  void hold(boolean held) {
    house
        .get(Deliveries.class)
        .hold(scene.recipient().organisation(), held, house.somebody(Role.ADMINISTRATOR));
  }
}
