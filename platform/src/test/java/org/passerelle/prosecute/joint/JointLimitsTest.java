package org.passerelle.prosecute.joint;

import static org.passerelle.prosecute.joint.FarOffice.rejected;

import java.security.GeneralSecurityException;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.prosecute.Scenes;
import org.passerelle.prosecute.exhibit.ExhibitScenes;
import org.passerelle.prosecute.joint.far.FarCertificates;
import org.passerelle.prosecute.joint.far.FarShareRows;
import org.passerelle.prosecute.joint.far.JointMessages;
import org.passerelle.storage.Columns;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** How much another node can make this one keep of a team. */
@OnBothDatabases
@Tag("slow")
class JointLimitsTest {
  @Parameter House house;

  @Test
  void aNodeCannotFillThisOne() throws GeneralSecurityException {
    Scenes.Begun one = new Scenes(house).begun();
    FarOffice office = new FarOffice(house, one.prosecutor().organisation());
    office.says(JointMessages.PROPOSED, office.proposal(90));
    new JointScenes(house).invitations().sign(office.team(), one.id(), Set.of(), one.prosecutor());
    UUID exhibit = new ExhibitScenes(house).held(one.id(), new byte[] {7}, one.prosecutor());
    house.get(JointExhibits.class).share(office.team(), exhibit, one.prosecutor());
    String certificate = new FarOfficer(house, office).certificate();
    for (int i = 0; i < FarCertificates.MOST; i++) {
      house
          .db()
          .sql("insert into joint_taker (team, exhibit, user_id, at) values (:t, :e, :u, :at)")
          .param("t", office.team())
          .param("e", exhibit)
          .param("u", office.id())
          .param("at", Columns.now(house.clock()))
          .update();
    }
    rejected(
        "most-certificates",
        () -> office.says(JointMessages.ASKED, new JointMessages.Asked(exhibit, certificate)));
    for (int i = 0; i < FarShareRows.MOST; i++) {
      house
          .db()
          .sql(
              """
              insert into joint_exhibit_elsewhere (team, exhibit, organisation, revision, steps, pin, at)
              values (:t, :e, :o, 1, 0, '', :at)
              """)
          .param("t", office.team())
          .param("e", office.id())
          .param("o", office.far())
          .param("at", Columns.now(house.clock()))
          .update();
    }
    UUID more = office.id();
    rejected(
        "most-exhibits", () -> office.says(JointMessages.SHARED, office.exhibit(more, 1, "c")));
    rejected(
        "most-exhibits",
        () -> office.says(JointMessages.UNSHARED, new JointMessages.Unshared(more, 1)));
  }
}
