/** Raised when student code cannot be shut in here. The message is for the instructor, in French. */
export class SandboxUnavailable extends Error {
  override name = 'SandboxUnavailable';

  /** @param found what was found instead of a working bubblewrap */
  constructor(found: string) {
    super(
      `Impossible d’isoler le code des étudiants : ${found}.\n` +
        'Il faut bubblewrap (la commande « bwrap »), qui ferme au code rendu le réseau et les fichiers :\n' +
        '  Debian, Ubuntu   sudo apt install bubblewrap\n' +
        '  Fedora           sudo dnf install bubblewrap\n' +
        '  macOS            n’existe pas : notez dans une machine virtuelle ou un conteneur Linux\n' +
        '  Windows          n’existe pas : notez dans WSL (Ubuntu), puis comme pour Ubuntu\n' +
        'Si la commande est là mais refuse de démarrer, les espaces de noms sont fermés aux utilisateurs :\n' +
        '  Ubuntu 24.04     sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0\n' +
        '  conteneur        démarrez-le avec --security-opt seccomp=unconfined (ou --privileged)\n' +
        'Pour noter sans isolement, seulement du code que vous avez lu : --unsafe-no-sandbox.',
    );
  }
}
