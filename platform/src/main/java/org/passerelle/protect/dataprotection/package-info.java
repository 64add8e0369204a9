/**
 * The desk of the data protection officer: the register of processing, requests of persons
 * concerned, breaches, and the impact assessment that is written from them.
 */
@NamedInterface("dataprotection")
@NullMarked
package org.passerelle.protect.dataprotection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
