/**
 * Tools of the data protection officer: the register of processing, requests of data subjects,
 * breaches, and the impact assessment based on them.
 */
@NamedInterface("dataprotection")
@NullMarked
package org.passerelle.protect.dataprotection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
