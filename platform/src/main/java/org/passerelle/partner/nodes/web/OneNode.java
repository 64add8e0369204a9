package org.passerelle.partner.nodes.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.outbox.Carriage;
import org.passerelle.pages.Filled;
import org.passerelle.pages.picture.QrDrawing;
import org.passerelle.partner.nodes.carriage.Refusals;
import org.passerelle.partner.nodes.identity.Fingerprint;
import org.passerelle.partner.nodes.identity.HostedOrganisation;
import org.passerelle.partner.nodes.identity.NodeDescriptor;
import org.passerelle.partner.nodes.trust.PartnerNode;
import org.passerelle.partner.nodes.witness.Witness;

/**
 * One node.
 *
 * @param proposed words of the proposed descriptor, or null
 * @param agreed words of the valid descriptor, or null
 * @param waits whether a second person has been asked
 * @param held size of its log at the root that is kept
 * @param anew whether a second administrator has been asked to start over with its log
 * @param refused its rejections since yesterday
 * @param changes organisations that the proposed descriptor adds, changes or removes
 */
public record OneNode(
    PartnerNode node,
    @Nullable Words proposed,
    @Nullable Words agreed,
    boolean waits,
    Carriage.Waiting mail,
    long held,
    List<Witness.Report> reports,
    boolean anew,
    List<Refusals.Refused> refused,
    List<Change> changes,
    Filled form) {

  /** The words to be read aloud and the QR code to be scanned. */
  public record Words(List<String> words, QrDrawing drawing) {
    static Words of(Fingerprint fingerprint) {
      return new Words(fingerprint.words(), QrDrawing.of(fingerprint.code()));
    }
  }

  /**
   * An organisation of the proposed descriptor.
   *
   * @param kind {@code new}, {@code same}, {@code changed} or {@code gone}
   */
  public record Change(String kind, HostedOrganisation organisation) {}

  static OneNode of(
      PartnerNode node,
      boolean waits,
      Carriage.Waiting mail,
      long held,
      List<Witness.Report> reports,
      boolean anew,
      List<Refusals.Refused> refused,
      Filled form) {
    return new OneNode(
        node,
        words(node.proposed()),
        words(node.descriptor()),
        waits,
        mail,
        held,
        reports,
        anew,
        refused,
        changes(node),
        form);
  }

  private static @Nullable Words words(@Nullable NodeDescriptor said) {
    return said == null ? null : Words.of(said.fingerprint());
  }

  private static List<Change> changes(PartnerNode node) {
    NodeDescriptor next = node.proposed() == null ? node.descriptor() : node.proposed();
    List<HostedOrganisation> before =
        node.descriptor() == null ? List.of() : node.descriptor().organisations();
    List<Change> all = new ArrayList<>();
    if (next != null) {
      next.organisations()
          .forEach(
              one ->
                  all.add(
                      new Change(
                          before.contains(one)
                              ? "same"
                              : before.stream().anyMatch(o -> o.id().equals(one.id()))
                                  ? "changed"
                                  : "new",
                          one)));
      before.stream()
          .filter(one -> !next.hosts(one.id()))
          .forEach(one -> all.add(new Change("gone", one)));
    }
    return all;
  }
}
