package org.passerelle.prosecute.joint;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.evidence.Certificates;
import org.passerelle.evidence.Digests;
import org.passerelle.evidence.Signatory;
import org.passerelle.evidence.custody.Act;
import org.passerelle.evidence.custody.ChainStore;
import org.passerelle.evidence.custody.CustodyBook;
import org.passerelle.evidence.custody.CustodyChain;
import org.passerelle.evidence.custody.CustodyEntry;
import org.passerelle.evidence.custody.Offer;
import org.passerelle.evidence.custody.Statement;
import org.passerelle.prosecute.joint.far.FarExhibit;
import org.passerelle.prosecute.joint.far.JointMessages;
import org.passerelle.prosecute.signing.OfficerKeys;
import org.passerelle.storage.House;

/** Somebody of an office of another node, with a key, and an exhibit that they hold. */
final class FarOfficer implements ChainStore {
  private static final String ITEM = "ATHINA-26-3.0004";
  private final House house;
  private final FarOffice office;
  private final Signatory signatory;
  private final X509Certificate certificate;
  private CustodyChain chain;
  private int revision;

  FarOfficer(House house, FarOffice office) throws GeneralSecurityException {
    this.house = house;
    this.office = office;
    KeyPairGenerator pairs = KeyPairGenerator.getInstance("EC");
    pairs.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair keys = pairs.generateKeyPair();
    certificate =
        Certificates.selfSigned(
            keys,
            Map.of("CN", "An officer there"),
            house.clock().instant().minus(Duration.ofDays(1)),
            house.clock().instant().plus(Duration.ofDays(300)));
    signatory = Signatory.of(keys, certificate);
    chain =
        CustodyChain.begin(
            ITEM,
            new Digests(4, "a".repeat(64), "b".repeat(128)),
            signatory,
            house.clock().instant(),
            "Store",
            "");
  }

  Signatory signatory() {
    return signatory;
  }

  /** The certificate as messages carry it. */
  String certificate() throws GeneralSecurityException {
    return Base64.getEncoder().encodeToString(certificate.getEncoded());
  }

  @Override
  public CustodyChain chain(String item) {
    return chain;
  }

  @Override
  public boolean lengthen(String head, CustodyChain longer) {
    chain = longer;
    return true;
  }

  /** Tells of the exhibit and its custody so far. */
  void shares(UUID exhibit) {
    office.says(
        JointMessages.SHARED,
        office.exhibit(exhibit, ++revision, chain.entries().stream().map(this::step).toList()));
  }

  private FarExhibit.Step step(CustodyEntry entry) {
    Act act = entry.statement().act();
    return new FarExhibit.Step(
        act.word(),
        entry.statement().at().toString().substring(0, 10),
        entry.statement().to().equals(signatory.id()) ? "sender" : "recipient",
        entry.hash());
  }

  /** What signing an offer to somebody's newest key gives, which nobody has been told of. */
  JointMessages.Offered offer(UUID exhibit, SignedIn to) throws GeneralSecurityException {
    Offer offer =
        new CustodyBook(this, Certificates.of(List.of(certificate)), house.clock())
            .offer(
                ITEM,
                signatory,
                house.get(OfficerKeys.class).newest(to).id(),
                "The bridge",
                "For you");
    return new JointMessages.Offered(exhibit, offer.entry().line(), certificate());
  }

  /** Keeps the answer to an offer, as whoever keeps a chain does: with both signatures verified. */
  CustodyEntry keeps(JointMessages.Answered answer) {
    CustodyEntry entry = CustodyEntry.read(answer.line());
    List<X509Certificate> all = new ArrayList<>(List.of(certificate));
    for (String one : List.of(entry.statement().from(), entry.statement().to())) {
      if (!one.equals(signatory.id())) {
        house.get(OfficerKeys.class).certificates(Set.of(one)).find(one).ifPresent(all::add);
      }
    }
    chain = chain.with(entry, Certificates.of(all));
    return entry;
  }

  /** An offer that follows the chain, by one who does not hold it. */
  JointMessages.Offered offerAnyway(UUID exhibit, SignedIn to) throws GeneralSecurityException {
    CustodyEntry last = chain.entries().get(chain.length() - 1);
    Statement said =
        new Statement(
            ITEM,
            chain.length() + 1L,
            last.hash(),
            Act.HANDOVER,
            house.clock().instant().truncatedTo(ChronoUnit.MILLIS),
            signatory.id(),
            house.get(OfficerKeys.class).newest(to).id(),
            "",
            "",
            null);
    return new JointMessages.Offered(
        exhibit, Offer.signed(said, signatory).entry().line(), certificate());
  }

  /** Takes what somebody here offered, and says so with both signatures. */
  JointMessages.Answered takes(JointMessages.Given given) {
    Offer offer = new Offer(CustodyEntry.read(given.line()));
    JointMessages.Answered answer =
        new JointMessages.Answered(
            given.id(), offer.entry().hash(), offer.takenBy(signatory).line());
    keeps(answer);
    return answer;
  }

  /** Offers what it holds here, as the holder of an exhibit of this node. */
  Offer gives(FarExhibit.Content told, String to, Instant at) {
    return Offer.signed(
        new Statement(
            told.number(),
            told.chain().size() + 1L,
            told.head(),
            Act.HANDOVER,
            at.truncatedTo(ChronoUnit.MILLIS),
            signatory.id(),
            to,
            "The bridge",
            "Back to you",
            null),
        signatory);
  }
}
