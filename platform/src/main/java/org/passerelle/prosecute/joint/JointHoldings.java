package org.passerelle.prosecute.joint;

import java.util.List;
import org.passerelle.storage.Holdings;
import org.springframework.stereotype.Component;

/** Tables of joint teams; none is about a person who is followed in a case. */
@Component
class JointHoldings implements Holdings {
  @Override
  public List<Table> tables() {
    return Table.each(
        Kind.NOTHING,
        "what organisations agreed on for a joint investigation; no case is named",
        "joint_team",
        "joint_party",
        "joint_member",
        "joint_evaluation",
        "joint_exhibit",
        "joint_exhibit_elsewhere",
        "joint_amendment",
        "joint_amendment_signature",
        "joint_custody_elsewhere",
        "joint_given_elsewhere",
        "joint_signed_elsewhere",
        "joint_taker",
        "joint_taker_elsewhere",
        "joint_step");
  }
}
