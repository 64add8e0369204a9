@NullMarked
package org.passerelle.linkage.generator;

import org.jspecify.annotations.NullMarked;
