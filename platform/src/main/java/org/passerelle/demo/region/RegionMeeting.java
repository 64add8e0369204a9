package org.passerelle.demo.region;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Organisation;
import org.passerelle.approval.ApprovalRequest;
import org.passerelle.approval.Approvals;
import org.passerelle.language.ResourceYaml;
import org.passerelle.partner.nodes.identity.DescriptorText;
import org.passerelle.partner.nodes.trust.OwnDescriptor;
import org.passerelle.partner.nodes.trust.PartnerNode;
import org.passerelle.partner.nodes.trust.PartnerOrganisations;
import org.passerelle.partner.nodes.trust.Partners;
import org.passerelle.protect.sharing.letterbox.Letterbox;
import org.passerelle.protect.sharing.letterbox.Letterboxes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Connects the nodes of the region: each writes its signed descriptor into a shared folder and
 * reads those of the others, and two of its administrators approve them, as after comparing the
 * words aloud. Active only in that demonstration.
 */
@Component
class RegionMeeting implements ApplicationRunner {
  private static final Logger LOG = LoggerFactory.getLogger(RegionMeeting.class);
  private final RegionHouse house;
  private final Doors doors;
  private final String name;
  private final String folder;
  private volatile boolean met;
  private volatile String told = "";

  RegionMeeting(
      RegionHouse house,
      Doors doors,
      @Value("${passerelle.region:}") String name,
      @Value("${passerelle.region-folder:}") String folder) {
    this.house = house;
    this.doors = doors;
    this.name = name;
    this.folder = folder;
    this.met = name.isEmpty();
  }

  /** Services through which nodes are connected. */
  @Component
  record Doors(
      OwnDescriptor own,
      Partners partners,
      PartnerOrganisations organisations,
      Approvals approvals,
      RegionFindable found,
      Letterboxes letterboxes) {}

  @Override
  public void run(ApplicationArguments arguments) throws IOException {
    if (met) {
      return;
    }
    if (house.empty()) {
      house.furnish(Region.of(name));
    }
    Path file = file(name);
    Files.createDirectories(file.getParent());
    Path beside = file.resolveSibling(name + ".new");
    Files.writeString(beside, doors.own.signed().orElseThrow(), StandardCharsets.US_ASCII);
    Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /** The nodes to be started; all of the region unless the folder lists them. */
  private List<String> expected() throws IOException {
    Path some = Path.of(folder).resolve("houses");
    return Files.exists(some) ? Files.readAllLines(some) : Region.names();
  }

  private Path file(String of) {
    return Path.of(folder).resolve(of + ".node.txt");
  }

  @Scheduled(
      initialDelayString = "${schedule.demo.region.after}",
      fixedDelayString = "${schedule.demo.region.every}")
  void meet() {
    if (met) {
      return;
    }
    try {
      List<SignedIn> administrators = house.administrators();
      if (administrators.size() < 2 || !Files.exists(file(name))) {
        return;
      }
      boolean all = true;
      for (String other : expected()) {
        all &= other.equals(name) || trusts(other, administrators);
      }
      if (all) {
        openDoors(Region.of(name), administrators);
        Files.writeString(file(name).resolveSibling(name + ".met"), "");
        met = true;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      sayOnce(e);
    }
  }

  /** Runs every second: a repeated failure is logged once. */
  private void sayOnce(RuntimeException e) {
    String now = e.toString();
    if (!now.equals(told)) {
      told = now;
      LOG.warn("The nodes of the region meet in the next round.", e);
    }
  }

  private boolean trusts(String other, List<SignedIn> administrators) throws IOException {
    if (!Files.exists(file(other))) {
      return false;
    }
    String text = Files.readString(file(other), StandardCharsets.US_ASCII);
    String node = DescriptorText.read(text).node();
    Optional<PartnerNode> known =
        doors.partners.all().stream().filter(p -> p.name().equals(node)).findFirst();
    if (known.filter(PartnerNode::trusted).isPresent()) {
      return true;
    }
    UUID id =
        known
            .map(PartnerNode::id)
            .orElseGet(() -> doors.partners.propose(text, administrators.get(0)));
    if (doors.partners.waiting(id).isEmpty()) {
      doors.partners.compared(id, "the other side, aloud", administrators.get(0));
    }
    agree(doors.partners.waiting(id).orElseThrow(), administrators.get(1));
    return true;
  }

  private void agree(ApprovalRequest request, SignedIn second) {
    doors.approvals.approve(second, request.id(), "");
  }

  private void openDoors(Region region, List<SignedIn> administrators) {
    List<UUID> by =
        doors.organisations.all().stream()
            .filter(o -> region.foundBy().contains(o.handle()))
            .map(Organisation::id)
            .toList();
    doors.found.open(by, house.with(Role.CASE_MANAGER).get(0));
    Map<String, Object> box = region.letterbox();
    if (!box.isEmpty() && doors.letterboxes.letterboxes().isEmpty()) {
      doors.letterboxes.propose(
          new Letterbox.Draft(
              ResourceYaml.text(box, "name"),
              ResourceYaml.text(box, "type"),
              ResourceYaml.text(box, "country"),
              ResourceYaml.text(box, "mail"),
              ResourceYaml.text(box, "phone"),
              ResourceYaml.text(box, "language")),
          administrators.get(0));
      doors.approvals.toDecide(administrators.get(1)).stream()
          .filter(r -> r.kind().equals("letterbox.add"))
          .forEach(r -> agree(r, administrators.get(1)));
    }
  }
}
