package org.passerelle.partner.nodes.carriage;

import org.springframework.stereotype.Component;

/**
 * Everything checked when an envelope arrives: rates of strangers, parallel processing, quotas per
 * minute and day, repeated rejections, required certificates, and the counts of rejections.
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
