/**
 * Tools of the data protection officer: the register of processing, requests of data subjects,
 * breaches, and the impact assessment based on them; and what is stored about a person and was
 * disclosed, which the team of a case sees as well.
 */
@NamedInterface("dataprotection")
@NullMarked
package org.passerelle.protect.safeguards.dataprotection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
