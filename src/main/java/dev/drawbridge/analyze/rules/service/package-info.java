/// The software that runs on hosts and in containers: nginx, Consul, Vault.
@NullMarked
package dev.drawbridge.analyze.rules.service;

import org.jspecify.annotations.NullMarked;
