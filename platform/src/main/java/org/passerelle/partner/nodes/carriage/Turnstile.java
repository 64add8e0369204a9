package org.passerelle.partner.nodes.carriage;

import org.springframework.stereotype.Component;

/**
 * What stands at the door of nodes: how fast strangers may come, how many come in at once, how many
 * in a minute and a day, what is answered unopened, which certificates are asked for, and where
 * those are counted who are turned away.
 */
@Component
record Turnstile(
    StrangersPace pace,
    DoorPlaces places,
    Quota quota,
    RefusedOctets refused,
    NodeCertificates certificates,
    Refusals refusals,
    Strangers strangers) {}
