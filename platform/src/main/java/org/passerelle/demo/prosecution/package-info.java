/** One invented investigation of the demonstration, entered through the services of its room. */
@NullMarked
package org.passerelle.demo.prosecution;

import org.jspecify.annotations.NullMarked;
